"""From a closed meeting to the duties it fulfilled, and from approved minutes back to where its matters came from."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from samvirke.desks.meetings.commands.approve import answer_minutes, approve_minutes, ask_approval, enter_answer
from samvirke.desks.meetings.commands.close import close
from samvirke.desks.meetings.commands.forward import answer_matter
from samvirke.desks.meetings.facts.evidence import evidence_of_meeting
from samvirke.desks.meetings.models import AgendaItem, Approval, Matter, Meeting
from samvirke.desks.meetings.models.agenda_item import DONE, DUTY, MATTER
from samvirke.desks.meetings.models.decision import ADJOURNED, REJECTED
from samvirke.foundation.words import Said, _
from samvirke.handovers.meeting_messages import address_of, tell, tell_secretariat
from samvirke.handovers.meeting_year import unit_of
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.register import AGENDA as ON_THE_AGENDA
from samvirke.registers.commitments.register import all_duties
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.access.guard import deed


def close_meeting(actor: Actor, *, meeting: Meeting, version: int) -> None:
    """Close it; the meeting and the duties on its agenda count as fulfilled, in one deed.

    An item that was turned down fulfils nothing, nor does one whose duty is proved by a document of its own.
    Whoever chairs has no office of their own for duties: they follow from the closing, and the machine writes them.
    """
    with deed(actor):
        close(actor, meeting=meeting, version=version)
        machine = system("scheduler")
        unit_of(machine, meeting, planned=False)
        turned_down = Q(decision__outcome__in=(REJECTED, ADJOURNED))
        for item in meeting.items.filter(source=DUTY, state=DONE).exclude(turned_down):
            owed = all_duties().get(item.source_key)
            if owed is not None and owed.where == ON_THE_AGENDA and not owed.per and not owed.needs_proof:
                fulfil(
                    machine,
                    body=meeting.body,
                    duty_name=owed.name,
                    year=meeting.year,
                    evidence=evidence_of_meeting(meeting),
                    on=meeting.starts.date() if meeting.starts else None,
                )


def send_minutes(actor: Actor, *, meeting: Meeting, version: int, by: date) -> None:
    """Ask the members who were there, and tell those who sign in here; the page names the others."""
    with deed(actor):
        for one in ask_approval(actor, meeting=meeting, version=version, by=by):
            if one.attendance.account_id is None:
                continue
            tell(
                actor,
                str(one.attendance.account_id),
                f"minutes:{meeting.pk}:{by.isoformat()}",
                Said(_("Minutes wait for your approval")),
                Said(_("Say that they are right, or what is wrong with them. Silence until the day is consent.")),
                f"{address_of(meeting)}approval/",
            )


def answer(actor: Actor, *, approval: Approval, objection: str = "") -> None:
    """A member's answer; an objection is told to those who keep the minutes."""
    with deed(actor):
        answer_minutes(actor, approval=approval, objection=objection)
        _tell_objection(actor, approval, objection)


def _tell_objection(actor: Actor, approval: Approval, objection: str) -> None:
    meeting = approval.attendance.meeting
    if objection.strip():
        tell_secretariat(
            actor,
            meeting.body,
            f"objection:{approval.pk}:{meeting.version}",
            Said(_("A member objects to minutes")),
            Said(_("Correct the minutes, and say how the objection was met.")),
            f"{address_of(meeting)}approval/",
        )


def enter(actor: Actor, *, meeting: Meeting, approval: Approval, received_how: str, objection: str = "") -> None:
    """Enter the answer of a member who does not sign in here; an objection is told to those who keep the minutes."""
    with deed(actor):
        enter_answer(actor, meeting=meeting, approval=approval, received_how=received_how, objection=objection)
        _tell_objection(actor, approval, objection)


def approve(actor: Actor, *, meeting: Meeting, version: int) -> None:
    """Approve the minutes; what was decided on a forwarded matter goes back as its answer, in one deed."""
    with deed(actor):
        approve_minutes(actor, meeting=meeting, version=version)
        for item in meeting.items.filter(source=MATTER, state=DONE):
            _send_back(actor, meeting, item)


def _send_back(actor: Actor, meeting: Meeting, item: AgendaItem) -> None:
    matter = Matter.objects.select_related("from_body").filter(pk=item.source_key, answered_on__isnull=True).first()
    extract = _extract(item)
    if matter is None or not extract:
        return
    answer_matter(actor, body=meeting.body, matter=matter, answer=extract)
    tell_secretariat(
        actor,
        matter.from_body,
        f"matter:{matter.pk}:answered",
        Said(_("A forwarded matter is answered")),
        Said(_("The extract of the minutes is the answer.")),
        f"/districts/{meeting.body.district_id}/meetings/matters/",
    )


def _extract(item: AgendaItem) -> str:
    """The decision under an item, with its number; or what was said of it."""
    decision = getattr(item, "decision", None)
    return f"{decision.label}: {decision.text}" if decision is not None else item.text
