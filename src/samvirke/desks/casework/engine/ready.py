"""What stands in the way of a stage: unanswered questions, missing people, guardians, and ages out of range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from samvirke.desks.casework.engine.declaration import CaseType, Stage
from samvirke.desks.casework.engine.questions import YesNo
from samvirke.foundation.words import Said, _

# A part in the case and the day of birth of whoever has it, where that is known.
Person = tuple[str, date | None]


def obstacles(
    declared: CaseType, stage: Stage, answers: Mapping[str, Any], people: Iterable[Person], day: date
) -> list[Said]:
    """Every reason why the stage cannot be entered on `day`. A case may always be ended."""
    if stage.outcomes:
        return []
    there = list(people)
    return [*_unanswered(declared, stage, answers), *_missing(declared, there, day)]


def age_on(born: date, day: date) -> int:
    """Whole years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def out_of_range(declared: CaseType, role: str, born: date | None, day: date) -> Said | None:
    """Why somebody of this age cannot have this part."""
    found = declared.role(role)
    if found.ages is None or born is None or found.ages[0] <= age_on(born, day) <= found.ages[1]:
        return None
    values = {"role": Said(found.title), "youngest": found.ages[0], "oldest": found.ages[1]}
    return Said(_("“{role}” is for people of {youngest} to {oldest} years."), values)


def _unanswered(declared: CaseType, stage: Stage, answers: Mapping[str, Any]) -> Iterator[Said]:
    for path in stage.needs:
        asked = declared.question(path)
        value = answers.get(path)
        if value in (None, "", []):
            yield Said(_("“{question}” is not answered."), {"question": Said(asked.label)})
        elif isinstance(asked, YesNo) and value is not True:
            yield Said(_("“{question}” has to be yes."), {"question": Said(asked.label)})


def _missing(declared: CaseType, people: list[Person], day: date) -> Iterator[Said]:
    named = [role for role, _born in people]
    for role in declared.people:
        if named.count(role.name) < role.at_least:
            yield Said(_("“{role}” is not named."), {"role": Said(role.title)})
    if declared.some_of and not set(declared.some_of) & set(named):
        yield Said(_("Nobody is named whom the case is about."))
    # Whoever's age is not known counts as a child until it is.
    young = [
        declared.role(role)
        for role, born in people
        if declared.role(role).guardian_below
        and (born is None or age_on(born, day) < declared.role(role).guardian_below)
    ]
    always = any(role.name == "guardian" and role.at_least for role in declared.people)
    if young and "guardian" not in named and not always:
        values = {"role": Said(young[0].title), "age": young[0].guardian_below}
        yield Said(_("“{role}” is under {age} or of unknown age, and no guardian is named."), values)
