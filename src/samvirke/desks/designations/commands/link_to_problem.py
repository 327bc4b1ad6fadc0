"""Says that something belongs to a local problem, or that it does not after all."""

from __future__ import annotations

from samvirke.desks.designations.facts.problem_now import problem_now
from samvirke.desks.designations.models import Problem, ProblemLink
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("designations.work-on-problem", on="problem")
def link_to_problem(actor: Actor, *, problem: Problem, version: int, sort: str, target: str) -> ProblemLink:
    """Tie it to the problem. Raises `Refused` when it is there already, and when somebody was first."""
    there = problem_now(problem, version)
    if ProblemLink.objects.filter(problem=there, sort=sort, target=target).exists():
        raise Refused.because(_("It belongs to the problem already."), _("Reload the page."))
    made = ProblemLink.objects.create(problem=there, sort=sort, target=target, on=today(), by_id=actor.account)
    _moved(there)
    note(sort=sort, target=target)
    return made


@command("designations.work-on-problem", on="problem")
def unlink_from_problem(actor: Actor, *, problem: Problem, version: int, sort: str, target: str) -> None:
    """Take the tie away; the thing itself stays. Raises `Refused` when somebody was first."""
    there = problem_now(problem, version)
    ProblemLink.objects.filter(problem=there, sort=sort, target=target).delete()
    _moved(there)
    note(sort=sort, target=target, untied=True)


def _moved(problem: Problem) -> None:
    problem.version += 1
    problem.save(update_fields=["version"])
