"""Writes down what was seen, found or done about a local problem, and takes it to another step or closes it."""

from __future__ import annotations

from datetime import date

from samvirke.desks.designations.facts.problem_now import problem_now, refuse_unless_ahead
from samvirke.desks.designations.models import Problem, ProblemNote
from samvirke.desks.designations.models.problem import ASSESS, OUTCOMES, RESPOND, STAGES
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

# What somebody owes, or does somewhere: without one of these there is nothing to assess.
RESPONSES = ("designation", "deployment", "commitment")


@command("designations.work-on-problem", on="problem")
def work_on_problem(
    actor: Actor, *, problem: Problem, version: int, said: str, next_look: date, stage: str = ""
) -> Problem:
    """Add a note to the step that it is in; `stage` is the step that follows, forward by one or back to any.

    Raises `Refused` without words, for a step out of its turn, and when somebody was first.
    """
    there = problem_now(problem, version)
    refuse_unless_ahead(next_look)
    _noted(actor, there, said)
    if stage and stage != there.stage:
        _refuse_out_of_turn(there, stage)
        there.stage = stage
    there.next_look = next_look
    there.version += 1
    there.save(update_fields=["stage", "next_look", "version"])
    note(stage=there.stage)
    return there


@command("designations.work-on-problem", on="problem")
def close_problem(actor: Actor, *, problem: Problem, version: int, outcome: str, why: str) -> Problem:
    """Close it after it was assessed, with what came of it; that nobody can tell is an answer.

    Raises `Refused` before it was assessed, without a reason, and when somebody was first.
    """
    there = problem_now(problem, version)
    if there.stage != ASSESS:
        raise Refused.because(
            _("The problem has not been assessed."), _("Take it to the last step, and write what was found.")
        )
    if outcome not in OUTCOMES:
        raise Refused.because(_("It is not said how it ended."), _("Choose one of the answers."))
    _noted(actor, there, why)
    there.outcome, there.why, there.closed_on, there.next_look = outcome, why.strip(), today(), None
    there.version += 1
    there.save()
    note(outcome=outcome)
    return there


def _noted(actor: Actor, problem: Problem, said: str) -> None:
    if not said.strip():
        raise Refused.because(
            _("It is not said what was seen or done."), _("Write it in a few sentences, without names.")
        )
    ProblemNote.objects.create(problem=problem, stage=problem.stage, said=said.strip(), on=today(), by_id=actor.account)


def _refuse_out_of_turn(problem: Problem, stage: str) -> None:
    if stage not in STAGES or STAGES.index(stage) > STAGES.index(problem.stage) + 1:
        raise Refused.because(_("This step does not come next."), _("Take one step at a time, or go back."))
    if stage == ASSESS and problem.stage == RESPOND and not problem.links.filter(sort__in=RESPONSES).exists():
        raise Refused.because(
            _("Nothing that was done belongs to the problem yet, so there is nothing to assess."),
            _("Add the commitment, the place or the deployment that answers it."),
        )
