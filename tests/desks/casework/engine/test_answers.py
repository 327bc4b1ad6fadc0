"""Answers are stored when they fit their questions, and refused by name when they do not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desks.casework.kinds.trial_psp import TRIAL

from samvirke.desks.casework.engine.answers import checked

_ENQUIRY = TRIAL.section("enquiry")
_GOOD = {
    "reason": "noise",
    "events": 0,
    "kind": "noise",
    "seen_by": ["patrol", "nurse"],
    "urgent": False,
    "first_on": "2024-02-29",
    "last_on": "2026-02-28",
}


_WHY = {"reason": "noise"}


def test_what_fits_is_kept_as_it_is():
    assert checked(TRIAL, _ENQUIRY, _GOOD, {}) == (_GOOD, [])


def test_no_and_nought_are_answers_and_what_is_empty_is_none():
    answers, faults = checked(TRIAL, _ENQUIRY, {**_WHY, "urgent": False, "events": 0, "seen_by": []}, {})
    assert (answers, faults) == ({**_WHY, "urgent": False, "events": 0}, [])


def test_what_has_to_be_answered_is_missed_by_name():
    answers, faults = checked(TRIAL, _ENQUIRY, {"reason": "", "events": 1}, {})
    assert answers == {"events": 1}
    assert [(fault.key, "has to be answered" in str(fault)) for fault in faults] == [("reason", True)]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("urgent", "yes", "yes or no"),
        ("kind", "other", "one of those offered"),
        ("seen_by", ["patrol", "cat"], "among those offered"),
        ("seen_by", "patrol", "among those offered"),
        ("events", -1, "whole number"),
        ("events", True, "whole number"),
        ("events", 1.5, "whole number"),
        ("events", 10**10, "whole number"),
        ("first_on", "29 February", "a date"),
        ("first_on", "2023-02-29", "a date"),
        ("reason", 7, "Write text"),
        ("reason", "x" * 301, "at most 300"),
        ("nothing", "x", "asks nothing called “nothing”"),
    ],
)
def test_what_does_not_fit_is_refused_by_name_and_not_kept(name: str, value: Any, said: str):
    answers, faults = checked(TRIAL, _ENQUIRY, {**_WHY, name: value}, {})
    assert answers == ({} if name == "reason" else _WHY)
    assert [fault.key for fault in faults] == [name]
    assert said in str(faults[0])


def test_a_day_later_than_the_law_allows_is_refused_with_its_source():
    _answers, faults = checked(TRIAL, _ENQUIRY, {**_WHY, "first_on": "2024-02-29", "last_on": "2026-03-01"}, {})
    assert [str(fault) for fault in faults] == ["Key last_on: Last on: No later than 2026-02-28 (a law). Correct it."]


def test_the_two_days_may_stand_in_different_sections():
    _answers, faults = checked(TRIAL, _ENQUIRY, {**_WHY, "last_on": "2026-03-01"}, {"enquiry.first_on": "2024-02-29"})
    assert len(faults) == 1


_ANYTHING = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=4)


@given(st.dictionaries(st.sampled_from([*_GOOD, "else"]), _ANYTHING))
def test_whatever_is_sent_it_is_kept_or_refused_but_never_fails(given_answers: dict[str, Any]):
    answers, faults = checked(TRIAL, _ENQUIRY, given_answers, {})
    named = {fault.key for fault in faults}
    for name, value in given_answers.items():
        assert (name in answers) or (name in named) or value in (None, "", []), name
