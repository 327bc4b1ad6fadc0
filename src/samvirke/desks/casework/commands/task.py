"""What a task of a case says; its date stands among the commitments, which never learn the words."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from samvirke.desks.casework.commands.happened import happened
from samvirke.desks.casework.facts.proposal import words_fault
from samvirke.desks.casework.models import Case, TaskText
from samvirke.desks.casework.queries.membership import membership
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency


@command("casework.give-task", on="case")
def give_task(actor: Actor, *, case: Case, agency: Agency, text: str, due: date, commitment_id: UUID) -> TaskText:
    """Write it for an agency that takes part: it and the giver see it.

    Raises `Refused` without words, and for another agency where nothing crosses to it.
    """
    mine = membership(actor, case)
    if not case.takes_part(agency.pk):
        raise Refused.because(_("This agency takes no part in the case."), _("Choose another."))
    if agency.pk != mine.agency_id and (silent := words_fault(case)) is not None:
        raise Refused(silent)
    if not text.strip():
        raise Refused.because(_("The task says nothing."), _("Write what is to be done."))
    refuse_if_too_long(TaskText, text=text)
    given = TaskText.objects.create(
        case=case,
        agency=agency,
        given_by_id=mine.agency_id,
        commitment_id=commitment_id,
        text=text.strip(),
        due_on=due,
    )
    happened(actor, case, "gave-task", (mine.agency_id, agency.pk), to=agency.pk)
    note(given, to=agency.pk)
    return given


@command("casework.finish-task", on="case")
def finish_task(actor: Actor, *, case: Case, task: TaskText) -> None:
    """Say that it is done, for the agency that owes it."""
    mine = membership(actor, case)
    if task.case_id != case.pk or task.agency_id != mine.agency_id:
        raise Refused.because(_("It is another agency's task."), _("Leave it to them."))
    if not TaskText.objects.filter(pk=task.pk, done_on__isnull=True).update(done_on=today()):
        raise Refused.because(_("It is done already."), _("Reload the page."))
    happened(actor, case, "finished-task", (task.given_by_id, task.agency_id), by=task.agency_id)
    note(task)
