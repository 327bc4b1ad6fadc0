"""A task of a case: the words stay in the case, the date stands among the commitments."""

from __future__ import annotations

from datetime import date

from samvirke.desks.casework.commands.task import finish_task, give_task
from samvirke.desks.casework.models import Case, TaskText
from samvirke.registers.commitments.commands.track import track, tracked_done
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed
from samvirke.trust.identity.models import Agency


def give(actor: Actor, *, case: Case, agency: Agency, text: str, due: date) -> TaskText:
    """Both in one deed, or neither."""
    with deed(actor):
        tracked = track(
            actor, district=case.district, case_id=case.pk, owner=agency.pk, due=due, invented=case.invented
        )
        return give_task(actor, case=case, agency=agency, text=text, due=due, commitment_id=tracked)


def finish(actor: Actor, *, case: Case, task: TaskText) -> None:
    """Both in one deed, or neither."""
    with deed(actor):
        finish_task(actor, case=case, task=task)
        tracked_done(actor, district=case.district, commitment_id=task.commitment_id)
