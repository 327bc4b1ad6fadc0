"""Writes who is expected at a meeting, who came, who chairs it, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max

from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.models import Attendance, Meeting
from samvirke.desks.meetings.models.attendance import CHAIR, GUEST, PRESENT, SECRETARY, STATES, SUBSTITUTE
from samvirke.desks.meetings.models.meeting import AGENDA, CALLED, HELD, PLANNED, RUNNING
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@dataclass(frozen=True)
class Person:
    """Somebody who is to attend, with or without an account, in an office and for an agency where these are known."""

    name: str
    role: str
    account_id: UUID | None = None
    agency_id: str | None = None
    office: dict[str, str] | None = None

    def fields(self) -> dict[str, Any]:
        """The columns they fill."""
        return {
            "name": self.name.strip(),
            "role": self.role,
            "account_id": self.account_id,
            "agency_id": self.agency_id,
            "office": self.office or {},
        }


@command("meetings.record", on="meeting")
def expect(actor: Actor, *, meeting: Meeting, people: Sequence[Person]) -> list[Attendance]:
    """Add people; an account that is expected already is not added twice. The first chair chairs."""
    meeting = as_it_is_now(meeting, PLANNED, AGENDA, CALLED, RUNNING, HELD)
    there = set(meeting.attendances.values_list("account_id", flat=True)) - {None}
    has_chair = meeting.attendances.filter(chairs=True).exists()
    last = meeting.attendances.aggregate(last=Max("order"))["last"] or 0
    made = []
    for person in people:
        if person.account_id in there:
            continue
        if not person.name.strip():
            raise Refused.because(_("Somebody has no name."), _("Write the name."))
        chairs = person.role == CHAIR and not has_chair
        has_chair = has_chair or chairs
        last += 1
        made.append(Attendance.objects.create(meeting=meeting, order=last, chairs=chairs, **person.fields()))
    note(*made)
    return made


@command("meetings.record", on="meeting")
def attend(
    actor: Actor, *, meeting: Meeting, attendance: Attendance, state: str, stands_in_for: Attendance | None = None
) -> None:
    """Whether they came. A substitute may stand in for a member of the same meeting who is not there."""
    meeting = as_it_is_now(meeting, CALLED, RUNNING, HELD)
    own = _own(meeting, attendance)
    if state not in STATES:
        raise Refused.because(_("It is not said whether they came."), _("Choose one."))
    if stands_in_for is not None:
        _refuse_stand_in(own, _own(meeting, stands_in_for))
    elif own.stand_ins.filter(state=PRESENT).exists() and state == PRESENT:
        what = Said(_("Somebody stands in for {name}."), {"name": own.name})
        raise Refused.because(what, _("Write first that the stand-in does not."))
    Attendance.objects.filter(pk=own.pk).update(state=state, stands_in_for=stands_in_for)
    note(own, state=state)


@command("meetings.record", on="meeting")
def chair(actor: Actor, *, meeting: Meeting, attendance: Attendance) -> None:
    """Let them chair the meeting from now on: a member, or whoever stands in for one."""
    meeting = as_it_is_now(meeting, AGENDA, CALLED, RUNNING)
    own = _own(meeting, attendance)
    if own.role in (GUEST, SECRETARY) or (own.role == SUBSTITUTE and own.stands_in_for_id is None):
        what = Said(_("{name} is no member of the body and cannot chair its meeting."), {"name": own.name})
        raise Refused.because(what, _("Choose a member, or a substitute who stands in for one."))
    meeting.attendances.update(chairs=False)
    Attendance.objects.filter(pk=own.pk).update(chairs=True)
    note(own)


def _own(meeting: Meeting, attendance: Attendance) -> Attendance:
    found = meeting.attendances.filter(pk=attendance.pk).first()
    if found is None:
        raise Refused.because(_("They are not on the list of this meeting."), _("Reload the page."))
    return found


def _refuse_stand_in(own: Attendance, member: Attendance) -> None:
    if own.role != SUBSTITUTE:
        what = Said(_("{name} is no substitute."), {"name": own.name})
        raise Refused.because(what, _("Put them on the list as a substitute."))
    if member.state == PRESENT:
        what = Said(_("{name} is there."), {"name": member.name})
        raise Refused.because(what, _("Somebody stands in only for a member who is not there."))
    if member.stand_ins.filter(state=PRESENT).exclude(pk=own.pk).exists():
        what = Said(_("Somebody stands in for {name} already."), {"name": member.name})
        raise Refused.because(what, _("Choose another member."))
