"""Closes a meeting, when everything on its agenda has been dealt with and somebody chairs it."""

from __future__ import annotations

from samvirke.desks.meetings.commands.changed import changed
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now, refuse_before_its_day
from samvirke.desks.meetings.facts.made import refuse_unless_made
from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.models.agenda_item import DECISION, DONE
from samvirke.desks.meetings.models.attendance import PRESENT
from samvirke.desks.meetings.models.meeting import HELD, RUNNING
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("meetings.close", on="meeting")
def close(actor: Actor, *, meeting: Meeting, version: int) -> None:
    """From now on it is held. Raises `Refused` before its day, and with what remains."""
    meeting = as_it_is_now(meeting, RUNNING)
    refuse_before_its_day(meeting)
    if not meeting.attendances.filter(chairs=True, state=PRESENT).exists():
        raise Refused.because(
            _("The meeting has no chair who is there."), _("Choose who chairs it among those who came.")
        )
    items = list(meeting.items.order_by("number"))
    remaining = [item for item in items if not item.is_over]
    if remaining:
        count = {"count": len(remaining)}
        what = Said(
            _("{count} item remains before the meeting can be closed."),
            count,
            _("{count} items remain before the meeting can be closed."),
        )
        numbers = ", ".join(str(item.number) for item in remaining)
        raise Refused.because(what, Said(_("End or postpone each of them: {numbers}."), {"numbers": numbers}))
    for item in items:
        if item.kind == DECISION and item.state == DONE:
            refuse_unless_made(item)
    changed(meeting, version, state=HELD, ended_at=now(), sequence=meeting.sequence + 1)
    note()
