"""Leaves a proposal out of an agenda, so that it is not proposed for this meeting again."""

from __future__ import annotations

from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.models import LeftOut, Meeting
from samvirke.desks.meetings.models.agenda_item import SOURCES, STANDING
from samvirke.desks.meetings.models.meeting import AGENDA, CALLED
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.prepare", on="meeting")
def leave_out(actor: Actor, *, meeting: Meeting, source: str, source_key: str) -> None:
    """It comes back for the next meeting, if it is still due then."""
    meeting = as_it_is_now(meeting, AGENDA, CALLED)
    if source not in SOURCES or source == STANDING or not source_key:
        raise Refused.because(_("There is no such proposal."), _("Reload the page."))
    LeftOut.objects.get_or_create(meeting=meeting, source=source, source_key=source_key)
    note(source=source)
