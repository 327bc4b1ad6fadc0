"""Whoever fills in the form as it asks and names the people it asks for can take every case through all its stages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from samvirke.desks.casework.engine.answers import checked
from samvirke.desks.casework.engine.clocks import due_on
from samvirke.desks.casework.engine.declaration import CaseType, Section
from samvirke.desks.casework.engine.questions import Amount, Choice, Day, Question, Several, YesNo
from samvirke.desks.casework.engine.ready import Person, obstacles
from samvirke.desks.casework.register import case_types

TODAY = date(2024, 8, 20)
TYPES = sorted(case_types())


def answer(asked: Question) -> Any:
    """Something that fits; every day is the same one, so that no limit is passed."""
    match asked:
        case YesNo():
            return True
        case Choice(options=options):
            return options[0][0]
        case Several(options=options):
            return [name for name, _words in options]
        case Day():
            return TODAY.isoformat()
        case Amount():
            return 1
    return "words"


def filled(declared: CaseType, section: Section) -> dict[str, Any]:
    given = {asked.name: answer(asked) for asked in section.questions}
    answers, faults = checked(declared, section, given, {})
    assert [str(fault.what) for fault in faults] == []
    return {f"{section.name}.{name}": value for name, value in answers.items()}


def written_by(declared: CaseType, kind: str) -> dict[str, Any]:
    """What an agency of a kind can write, and nothing of the others'."""
    own = [filled(declared, section) for section in declared.sections if kind in section.by]
    return {path: value for answers in own for path, value in answers.items()}


def cast(declared: CaseType) -> list[Person]:
    """One person in every part, or as many as it asks for, of an age that it is for."""
    found = []
    for role in declared.people:
        age = role.ages[0] if role.ages else 30
        found += [(role.name, date(TODAY.year - age, 1, 1))] * max(role.at_least, 1)
    return found


@pytest.mark.parametrize("name", TYPES)
def test_nothing_stands_in_the_way_of_an_owner_who_has_filled_in_the_form(name: str):
    declared = case_types()[name]
    for kind in declared.owner:
        answers, people = written_by(declared, kind), cast(declared)
        for stage in declared.stages:
            assert [str(one) for one in obstacles(declared, stage, answers, people, TODAY)] == [], (kind, stage.name)


@pytest.mark.parametrize("name", TYPES)
def test_every_stage_that_has_a_clock_gets_a_deadline_from_the_owners_own_answers(name: str):
    declared = case_types()[name]
    for kind in declared.owner:
        answers = written_by(declared, kind)
        due = {one.name: due_on(declared, one.name, TODAY, answers, lambda _what: 7) for one in declared.stages}
        assert [one.name for one in declared.stages if one.clock is not None and due[one.name] is None] == [], kind


@pytest.mark.parametrize("name", TYPES)
def test_whatever_happens_to_a_case_can_be_counted(name: str):
    declared = case_types()[name]
    assert any(": " in one for one in declared.counts)
    assert len(set(declared.counts)) == len(declared.counts)


@pytest.mark.parametrize("name", TYPES)
def test_a_section_is_not_stored_without_what_has_to_be_answered(name: str):
    declared = case_types()[name]
    for section in declared.sections:
        wanted = [asked.name for asked in section.questions if asked.required]
        faults = checked(declared, section, {}, {})[1]
        assert [(fault.key, str(fault.what.values["what"])) for fault in faults] == [
            (one, "It has to be answered.") for one in wanted
        ]
