"""Whether a step may be taken: what must be there before it, and what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from samvirke.desks.designations.engine.kind import (
    AFTERWARDS,
    BASELINE,
    BODY,
    CRITERION,
    DECISION,
    EVIDENCE,
    PERIOD,
    PLAN,
    PURPOSE,
    REVIEWER,
    Kind,
    Stage,
)
from samvirke.foundation.fault import Fault
from samvirke.foundation.words import Said, _

MISSING = {
    PURPOSE: (_("It is not said what it is for."), _("Write the purpose in a sentence or two.")),
    CRITERION: (_("It is not said by which rule the place was chosen."), _("Write the criterion.")),
    EVIDENCE: (_("No evidence has been frozen."), _("Freeze what shows it first, with the date of the data.")),
    BASELINE: (
        _("No baseline has been frozen."),
        _("Freeze the counts before it begins: without them nobody can tell whether it helped."),
    ),
    AFTERWARDS: (
        _("Nothing has been frozen since it was named."),
        _("Freeze what the place looks like now, with the same figures as the baseline."),
    ),
    BODY: (_("It is not said which body has discussed it."), _("Choose the body.")),
    DECISION: (_("The decision is missing."), _("Write its number, or where it stands, and its day.")),
    PERIOD: (_("The period is missing."), _("Write the first and the last day.")),
    REVIEWER: (_("It is not said who looks at it again."), _("Choose somebody who answers for the review.")),
    PLAN: (_("The restricted paper is missing."), _("Enter its owner, where it is kept, and its next review.")),
}


def lacking(stage: Stage, there: Collection[str]) -> list[str]:
    """What the stage needs and is not there, by name."""
    return [need for need in stage.needs if need not in there]


def missing(needs: Iterable[str]) -> list[Fault]:
    """What is lacking in words, each with what to do."""
    return [Fault(Said(MISSING[need][0]), Said(MISSING[need][1])) for need in needs]


def next_stage(kind: Kind, taken: Collection[str], outcomes: Collection[str] = ()) -> Stage | None:
    """The first stage that has not been taken, unless one has ended the way."""
    stopping = {name for stage in kind.stages for name in stage.stops}
    if stopping.intersection(outcomes):
        return None
    return next((stage for stage in kind.stages if stage.name not in taken), None)
