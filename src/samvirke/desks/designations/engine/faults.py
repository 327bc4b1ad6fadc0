"""What is careless in the declaration of a kind, in sentences."""

from __future__ import annotations

from collections import Counter

from samvirke.desks.designations.engine.kind import (
    AFTERWARDS,
    ALWAYS,
    BODY,
    CRITERION,
    MUNICIPALITY,
    NEEDS,
    PLAN,
    POINT,
    PURPOSE,
    SHAPES,
    Kind,
)

_CONFIDENCES = ("H", "M", "L", "mem")
_AGENCIES = ("police", "municipality", "region", "probation")


def faults(kind: Kind) -> list[str]:
    """Everything that is wrong with it; nothing when it is sound."""
    return [f"{kind.name}: {words}" for words in (*_words(kind), *_stages(kind), *_people(kind), *_numbers(kind))]


def _words(kind: Kind) -> list[str]:
    found = [f"say {what}" for what in ("title", "about", "source", "measured") if not getattr(kind, what).strip()]
    if kind.confidence not in _CONFIDENCES:
        found.append("say how sure its source is: H, M, L or mem")
    if not any("person" in words.lower() for words in kind.never):
        found.append("say that it never holds persons")
    if not kind.shapes or set(kind.shapes) - set(SHAPES):
        found.append(f"its shape is one of {', '.join(SHAPES)}")
    return found


def _stages(kind: Kind) -> list[str]:
    naming = [stage for stage in kind.stages if stage.names]
    if len(naming) != 1:
        return ["one stage names the place, neither more nor fewer"]
    found = [f"{name} stands twice" for name, count in Counter(one.name for one in kind.stages).items() if count > 1]
    found += [
        f"{stage.name} needs {need}, which nobody can bring"
        for stage in kind.stages
        for need in stage.needs
        if need not in NEEDS
    ]
    found += [f"nobody is named without {need}" for need in ALWAYS if need not in naming[0].needs]
    found += [
        f"{stage.name} stops at {name}, which is none of its outcomes"
        for stage in kind.stages
        for name in stage.stops
        if name not in dict(stage.outcomes)
    ]
    return found + _agreements(kind)


def _agreements(kind: Kind) -> list[str]:
    """What is declared in two places has to agree."""
    needed = {need for stage in kind.stages for need in stage.needs}
    early = {need for stage in kind.before for need in stage.needs}
    pairs = (
        (PLAN in needed, bool(kind.plan), "the restricted paper and the stage that needs it go together"),
        (BODY in early, bool(kind.discussed_in), "the body and a stage that needs it before it is named go together"),
    )
    found = [words for one, other, words in pairs if one != other]
    if AFTERWARDS in early:
        found.append("what came afterwards cannot be needed before it is named")
    if PURPOSE in needed and PURPOSE not in kind.naming.needs:
        found.append("the purpose is needed when it is named")
    return found


def _people(kind: Kind) -> list[str]:
    found = []
    for what, people in (("proposes", kind.proposed_by), ("decides", kind.decided_by)):
        if not people or any(one.agency not in _AGENCIES or not one.roles for one in people):
            found.append(f"say who {what}: roles in agencies of the cooperation")
    if kind.homes and MUNICIPALITY in kind.shapes:
        found.append("a whole municipality has no homes to count")
    return found


def _numbers(kind: Kind) -> list[str]:
    found = [
        f"{name} is at least one, or nothing where no source states it"
        for name in ("longest_months", "review_weeks")
        if getattr(kind, name) is not None and getattr(kind, name) < 1
    ]
    if kind.sited and not (POINT in kind.shapes and kind.categories):
        found.append("what is sited stands at a point, for offences that are counted")
    if kind.target is not None and kind.target < 0:
        found.append("a target is a number of things")
    if kind.criterion_is_local and CRITERION not in kind.naming.needs:
        found.append("a local rule is needed when it is named")
    return found
