"""Sends minutes out for approval, takes what each member says, and approves them when nothing stands in the way."""

from __future__ import annotations

from datetime import date

from samvirke.desks.meetings.commands.changed import changed
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.facts.made import refuse_unless_made
from samvirke.desks.meetings.models import Approval, Decision, Meeting
from samvirke.desks.meetings.models.agenda_item import DECISION, DONE
from samvirke.desks.meetings.models.approval import ASKED, OBJECTS, RIGHT, SETTLED
from samvirke.desks.meetings.models.meeting import APPROVED, HELD
from samvirke.foundation.clock import now, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import said_day
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_HOW_AT_MOST = 300


@command("meetings.record", on="meeting")
def ask_approval(actor: Actor, *, meeting: Meeting, version: int, by: date) -> list[Approval]:
    """Ask every member who was there and may vote, until a day; who has no account is asked in another way."""
    meeting = as_it_is_now(meeting, HELD)
    if by < today():
        raise Refused.because(_("The day is past."), _("Choose a day that is still ahead."))
    changed(meeting, version, approve_by=by)
    asked = [Approval.objects.get_or_create(attendance=one)[0] for one in meeting.attendances.all() if one.may_vote]
    note(*asked)
    return asked


@command("meetings.approve", on="approval")
def answer_minutes(actor: Actor, *, approval: Approval, objection: str = "") -> None:
    """They are right, or what is wrong with them. Until the minutes are approved one may answer again."""
    as_it_is_now(approval.attendance.meeting, HELD)
    note(state=_answered(approval, objection))


@command("meetings.record", on="meeting")
def enter_answer(actor: Actor, *, meeting: Meeting, approval: Approval, received_how: str, objection: str = "") -> None:
    """Enter the answer of a member who does not sign in here, and how it was received.

    Raises `Refused` for a member who can answer here, and where it is not said how the answer came in.
    """
    meeting = as_it_is_now(meeting, HELD)
    found = Approval.objects.filter(pk=approval.pk, attendance__meeting=meeting).select_related("attendance").first()
    if found is None or found.attendance.account_id is not None:
        raise Refused.because(_("The member answers here in person."), _("Wait for the answer."))
    if not 0 < len(received_how.strip()) <= _HOW_AT_MOST:
        raise Refused.because(
            _("It is not said how the answer was received."),
            _("Write at most 300 characters: a letter, a call, a day."),
        )
    note(found, state=_answered(found, objection, received_how.strip()))


def _answered(approval: Approval, objection: str, received_how: str = "") -> str:
    state = OBJECTS if objection.strip() else RIGHT
    Approval.objects.filter(pk=approval.pk).update(
        state=state, text=objection.strip(), settled_how="", received_how=received_how, at=now()
    )
    return state


@command("meetings.record", on="meeting")
def settle_objection(actor: Actor, *, meeting: Meeting, approval: Approval, how: str) -> None:
    """Say how an objection was met; the member reads it, and may object again."""
    meeting = as_it_is_now(meeting, HELD)
    if not how.strip():
        raise Refused.because(_("It is not said how the objection was met."), _("Write it in a sentence."))
    rows = Approval.objects.filter(pk=approval.pk, attendance__meeting=meeting, state=OBJECTS)
    if not rows.update(state=SETTLED, settled_how=how.strip()):
        raise Refused.because(_("The objection does not stand any more."), _("Reload the page."))
    note(approval)


@command("meetings.record", on="meeting")
def approve_minutes(actor: Actor, *, meeting: Meeting, version: int) -> None:
    """When all who were asked have answered or the time is over; who is silent until then agrees. Decisions are sealed.

    Raises `Refused` while somebody is still asked or an objection stands.
    """
    meeting = as_it_is_now(meeting, HELD)
    if meeting.approve_by is None:
        raise Refused.because(_("Nobody has been asked to approve the minutes."), _("Send them out first."))
    answers = Approval.objects.filter(attendance__meeting=meeting).select_related("attendance")
    objecting = [one.attendance.name for one in answers if one.state == OBJECTS]
    if objecting:
        what = Said(_("{names} objects to the minutes."), {"names": ", ".join(objecting)})
        raise Refused.because(what, _("Correct the minutes, and say how the objection was met."))
    answered = {one.attendance_id for one in answers if one.state != ASKED}
    silent = [one.name for one in meeting.attendances.all() if one.may_vote and one.pk not in answered]
    if silent and today() <= meeting.approve_by:
        what = Said(
            _("{names} may answer until {day}."), {"names": ", ".join(silent), "day": said_day(meeting.approve_by)}
        )
        raise Refused.because(what, _("Wait for them, or for the day to pass."))
    for item in meeting.items.filter(kind=DECISION, state=DONE):
        refuse_unless_made(item)
    changed(meeting, version, state=APPROVED, approved_on=today())
    Decision.objects.filter(item__meeting=meeting).exclude(outcome="").update(sealed_on=today())
    note(silent=len(silent))
