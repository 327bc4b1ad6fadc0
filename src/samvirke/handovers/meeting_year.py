"""From the calendar to the duties: planned, moved, cancelled and held meetings are units of the duty to meet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from samvirke.desks.meetings.commands.move_meeting import cancel_meeting, move_meeting
from samvirke.desks.meetings.commands.plan_year import plan_year
from samvirke.desks.meetings.facts.evidence import evidence_of_meeting
from samvirke.desks.meetings.facts.meeting_duty import meeting_duty
from samvirke.desks.meetings.models import Meeting
from samvirke.foundation.words import Said, _
from samvirke.handovers.meeting_messages import tell_attendees
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.commands.unfulfil import unfulfil
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed


def take_over(actor: Actor, *, body: Body, days: Sequence[date]) -> list[Meeting]:
    """Plan the meetings and the units of the duty, in one deed."""
    with deed(actor):
        made = plan_year(actor, body=body, days=days)
        for one in made:
            unit_of(actor, one, planned=True)
        return made


def move(
    actor: Actor, *, meeting: Meeting, version: int, starts_at: datetime, ends_at: datetime, place: str, why: str
) -> None:
    """Move it, put the unit on its new day, and tell those who are expected."""
    with deed(actor):
        move_meeting(
            actor, meeting=meeting, version=version, starts_at=starts_at, ends_at=ends_at, place=place, why=why
        )
        moved = Meeting.objects.select_related("body__district").get(pk=meeting.pk)
        unit_of(actor, moved, planned=True)
        words = Said(_("A meeting has been moved")), Said(_("See the new time and place, and why."))
        tell_attendees(actor, moved, f"moved:{moved.sequence}", *words)


def cancel(actor: Actor, *, meeting: Meeting, version: int, why: str) -> None:
    """Cancel it, take the planned unit back, and tell those who are expected."""
    with deed(actor):
        cancel_meeting(actor, meeting=meeting, version=version, why=why)
        owed = meeting_duty(meeting.body)
        if owed is not None:
            unfulfil(actor, body=meeting.body, duty_name=owed.name, evidence=evidence_of_meeting(meeting))
        words = Said(_("A meeting has been cancelled")), Said(_("See why; another day is proposed."))
        tell_attendees(actor, meeting, "cancelled", *words)


def unit_of(actor: Actor, meeting: Meeting, planned: bool) -> None:
    """Write the meeting as a unit of its body's duty to meet, if it has one."""
    owed = meeting_duty(meeting.body)
    if owed is not None:
        fulfil(
            actor,
            body=meeting.body,
            duty_name=owed.name,
            year=meeting.year,
            evidence=evidence_of_meeting(meeting),
            on=meeting.starts.date() if meeting.starts else None,
            planned=planned,
        )
