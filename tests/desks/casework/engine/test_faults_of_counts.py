"""Counts that never happen, or that together would tell of a few people, are faults of a declaration."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.desks.casework.kinds.trial_house import HOUSE

from samvirke.desks.casework.engine.declaration import Outcome, Role, Stage
from samvirke.desks.casework.engine.faults import faults
from samvirke.desks.casework.engine.questions import Day, ShortText, YesNo
from samvirke.desks.casework.register import case_types

_ASKED = (YesNo("helped", "Helped"), Day("first_on", "First on"), ShortText("notes", "Notes"))
_FORM = {"sections": (replace(HOUSE.sections[0], questions=_ASKED),)}
_FACTS = {**_FORM, "facts": ("matter.helped",), "first_action": "matter.first_on"}
_EVERY = ("closed: done", "closed: known")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        pytest.param({"counts": ("lost",)}, "it counts “lost”, which never happens", id="no such stage"),
        pytest.param(
            {**_FORM, "facts": ("matter.notes",)},
            "matter.notes is counted at the end, and is neither yes or no nor a choice",
            id="free text",
        ),
        pytest.param(
            {"facts": ("matter.nothing",)},
            "matter.nothing is counted at the end, and is neither yes or no nor a choice",
            id="no question",
        ),
        pytest.param(
            {**_FORM, "first_action": "matter.helped"},
            "the first action is counted from matter.helped, which is no day of the form",
            id="no day",
        ),
        pytest.param(
            {"counts": ("closed", "closed: done")},
            "it counts closed and its outcomes: the sum would tell the small ones",
            id="a sum and its parts",
        ),
        pytest.param(
            {**_FACTS, "counts": _EVERY},
            "it counts every outcome and facts as well: leave one outcome out, or the sum would tell the small ones",
            id="facts beside every outcome",
        ),
        pytest.param(
            {"counts": ("received", *_EVERY)},
            "it counts received and everything that follows it: the sum would tell the small ones",
            id="a stage and every outcome after it",
        ),
        pytest.param(
            {"people": (Role("child", "Child", "child"),)},
            "its counts are about children: say that it is sensitive",
            id="children",
        ),
        pytest.param(
            {"people": (Role("pupil", "Pupil", "concerned", ages=(6, 16)),)},
            "its counts are about children: say that it is sensitive",
            id="of an age",
        ),
    ],
)
def test_a_careless_count_is_told_what_is_wrong(changes: dict[str, Any], sentence: str):
    assert sentence in faults(replace(HOUSE, **changes))


def test_careful_counts_have_no_faults():
    careful = replace(HOUSE, **_FACTS, counts=("received", "closed: done"))
    sensitive = replace(HOUSE, people=(Role("child", "Child", "child"),), sensitive=True)
    assert [faults(one) for one in (careful, sensitive)] == [[], []]


def test_an_outcome_that_erases_needs_no_count_left_out_for_it():
    stages = (HOUSE.stages[0], Stage("closed", "Closed", outcomes=(Outcome("gone", "Gone", erases=True),)))
    assert faults(replace(HOUSE, **_FACTS, stages=stages, counts=("closed: gone",))) == []


def test_what_touches_children_violence_and_hate_is_sensitive():
    named = {name for name, one in case_types().items() if one.sensitive}
    assert named >= {
        "stalking", "victim-service", "honour-related", "youth-crime-board", "psychological-violence",
        "close-relation-callback", "child-contact-point", "child-notification", "social-report", "ssp-concern",
    }  # fmt: skip
    assert "mediation" not in named
