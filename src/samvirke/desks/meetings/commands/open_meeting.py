"""Says whether everybody may attend a meeting, or only those who are on its list."""

from __future__ import annotations

from samvirke.desks.meetings.commands.changed import changed
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.models.meeting import AHEAD
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.prepare", on="meeting")
def open_meeting(actor: Actor, *, meeting: Meeting, version: int, to_all: bool) -> None:
    """The published agenda says so; closed items stay closed. A council decides it by majority with its chair."""
    changed(as_it_is_now(meeting, *AHEAD), version, is_public=to_all)
    note(to_all=to_all)
