"""What is careless about the counts of a declaration, said in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.engine.questions import Choice, Day, Question, YesNo


def faults_of_counts(one: CaseType) -> Iterator[str]:
    """Counts of what never happens, and counts that together would tell of a few people."""
    yield from _never(one)
    yield from _facts(one)
    yield from _adds_up(one)
    yield from _flows(one)
    if not one.sensitive and any(role.character == "child" or (role.ages and role.ages[1] < 18) for role in one.people):
        yield "its counts are about children: say that it is sensitive"


def _never(one: CaseType) -> Iterator[str]:
    for count in one.counts:
        stage, _, outcome = count.partition(": ")
        ends = [found.name for there in one.stages if there.name == stage for found in there.outcomes]
        if stage not in {there.name for there in one.stages} or (outcome and outcome not in ends):
            yield f"it counts “{count}”, which never happens"


def _facts(one: CaseType) -> Iterator[str]:
    for path in one.facts:
        if not isinstance(_question(one, path), YesNo | Choice):
            yield f"{path} is counted at the end, and is neither yes or no nor a choice"
    if one.first_action and not isinstance(_question(one, one.first_action), Day):
        yield f"the first action is counted from {one.first_action}, which is no day of the form"


def _adds_up(one: CaseType) -> Iterator[str]:
    """A sum beside its parts would tell the part that is hidden for being small."""
    for stage in one.stages:
        parts = [f"{stage.name}: {outcome.name}" for outcome in stage.outcomes]
        if stage.name in one.counts and any(part in one.counts for part in parts):
            yield f"it counts {stage.name} and its outcomes: the sum would tell the small ones"
    ends = [f"{stage.name}: {end.name}" for stage in one.stages for end in stage.outcomes if not end.erases]
    if (one.facts or one.first_action) and ends and set(ends) <= set(one.counts):
        yield "it counts every outcome and facts as well: leave one outcome out, or the sum would tell the small ones"


def _flows(one: CaseType) -> Iterator[str]:
    """What leaves a stage has come into it: where nothing else leads on, the stage is the sum of what follows."""
    came_from = {there.name: {one.name for one in one.stages if there.name in one.leads_to} for there in one.stages}
    for stage in one.stages:
        if stage.name not in one.counts or not stage.leads_to:
            continue
        only_from_there = all(came_from[name] == {stage.name} for name in stage.leads_to)
        if only_from_there and all(_is_counted(one, name) for name in stage.leads_to):
            yield f"it counts {stage.name} and everything that follows it: the sum would tell the small ones"


def _is_counted(one: CaseType, name: str) -> bool:
    ends = [f"{name}: {outcome.name}" for stage in one.stages if stage.name == name for outcome in stage.outcomes]
    return name in one.counts or (bool(ends) and set(ends) <= set(one.counts))


def _question(one: CaseType, path: str) -> Question | None:
    try:
        return one.question(path)
    except LookupError:
        return None
