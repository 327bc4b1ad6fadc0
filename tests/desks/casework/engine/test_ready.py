"""What stands in the way of a stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.desks.casework.kinds.trial_psp import TRIAL

from samvirke.desks.casework.engine.ready import age_on, obstacles, out_of_range

_DAY = date(2024, 8, 20)
_CITIZEN = ("citizen", date(1990, 1, 1))


def _said(stage: str, answers: dict[str, object], people: list[tuple[str, date | None]]) -> list[str]:
    return [str(one) for one in obstacles(TRIAL, TRIAL.stage(stage), answers, people, _DAY)]


def test_nothing_stands_in_the_way_when_everything_is_there():
    assert _said("shared", {"enquiry.urgent": True}, [_CITIZEN]) == []


def test_what_is_not_answered_and_what_has_to_be_yes_are_told_apart():
    assert _said("shared", {}, [_CITIZEN]) == ["“Urgent” is not answered."]
    assert _said("shared", {"enquiry.urgent": False}, [_CITIZEN]) == ["“Urgent” has to be yes."]


def test_a_person_without_whom_there_is_no_case_has_to_be_named():
    assert _said("filtered", {}, []) == ["“Citizen” is not named."]


@pytest.mark.parametrize("born", [date(2008, 8, 20), None], ids=["sixteen", "of unknown age"])
def test_a_child_has_a_guardian(born: date | None):
    people = [_CITIZEN, ("young", born)]
    assert len(_said("filtered", {}, people)) == 1
    assert _said("filtered", {}, [*people, ("guardian", None)]) == []


def test_a_guardian_who_always_has_to_be_named_is_asked_for_once():
    always = replace(TRIAL, people=tuple(replace(one, at_least=one.name == "guardian") for one in TRIAL.people))
    found = obstacles(always, always.stage("filtered"), {}, [_CITIZEN, ("young", None)], _DAY)
    assert [str(one) for one in found] == ["“Guardian” is not named."]


def test_whoever_turned_eighteen_needs_none():
    assert _said("filtered", {}, [_CITIZEN, ("young", date(2006, 8, 20))]) == []


def test_a_case_may_always_be_ended():
    assert _said("closed", {}, []) == []


@pytest.mark.parametrize(("born", "age"), [(date(2006, 8, 20), 18), (date(2006, 8, 21), 17), (date(2004, 2, 29), 20)])
def test_age_is_whole_years(born: date, age: int):
    assert age_on(born, _DAY) == age


@pytest.mark.parametrize(
    ("born", "fits"),
    [
        (date(2014, 8, 20), True),
        (date(2014, 8, 21), False),
        (date(2006, 8, 21), True),
        (date(2006, 8, 20), False),
        (None, True),
    ],
)
def test_a_part_may_be_for_some_ages_alone(born: date | None, fits: bool):
    assert (out_of_range(TRIAL, "young", born, _DAY) is None) is fits
    assert out_of_range(TRIAL, "citizen", born, _DAY) is None
