"""The end of a case: it is moved, closed or forgotten, and with it go the people whom no other case is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any

from samvirke.desks.casework.commands.empty_ended import empty_ended
from samvirke.desks.casework.commands.forget import forget
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.facts.time_over import due_cases
from samvirke.desks.casework.models import Case
from samvirke.foundation.words import Said, _
from samvirke.registers.persons.commands.forget_person import forget_person
from samvirke.registers.persons.models import Person
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.access.guard import deed
from samvirke.trust.access.wall import behind, within
from samvirke.trust.jobs.declared import Progress, job, nightly

SWEEPER = "scheduler"


def move_on(actor: Actor, *, case: Case, to: str, version: int, outcome: str = "") -> bool:
    """Move the case, in one deed with all that follows; whether it is still there.

    Nobody stands in the register without a case. That an outcome erases is the declaration's word and not the actor's,
    so the system forgets them. Raises `Refused` as `move` does.
    """
    with deed(actor):
        sweeper = system(SWEEPER)
        people = _people(sweeper, case)
        move(actor, case=case, to=to, version=version, outcome=outcome)
        if Case.objects.filter(pk=case.pk).exists():
            return True
        forget_those_of_no_case(sweeper, people)
        return False


def forget_due(actor: Actor) -> int:
    """Forget every case whose time is over, each in a deed of its own; how many."""
    gone = 0
    with within(actor):
        due = list(due_cases().order_by("keep_until", "pk"))
    for case in due:
        with deed(actor):
            people = _people(actor, case)
            forget(actor, case=case)
            forget_those_of_no_case(actor, people)
        gone += 1
    return gone


@job("casework.forget", tries=3)
def forget_at_night(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Forget the cases whose time is over, and empty what was disclosed until now."""
    progress(0.1, Said(_("Forgetting cases whose time is over")))
    return {"cases": forget_due(actor), "disclosures": empty_ended(actor)}


nightly("casework.forget", time(3, 20))


def _people(sweeper: Actor, case: Case) -> Sequence[Any]:
    """Of every agency: nobody's own people see those of the others."""
    with behind(sweeper):
        return list(case.involved.values_list("person", flat=True))


def forget_those_of_no_case(actor: Actor, people: Sequence[Any]) -> None:
    """Of these people those whom no case is about any longer; `actor` is the system, which sees every agency's."""
    with behind(actor):
        alone = list(Person.objects.filter(pk__in=people, involved__isnull=True))
    for person in alone:
        forget_person(actor, person=person)
