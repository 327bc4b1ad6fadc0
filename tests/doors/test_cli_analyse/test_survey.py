"""`samvirke analyse survey`: answers with weights, strata, places and waves from a file."""

from __future__ import annotations

import pytest


@pytest.fixture
def answers(csv):
    rows = [
        f"{i % 3 == 0:d},{1 + i % 2},s{i % 4},{'north' if i < 80 else 'south'},{2022 + 2 * (i % 2)}" for i in range(100)
    ]
    return csv("safe,w,stratum,area,year\n" + "\n".join(rows) + "\n")


def test_shares_of_all_and_of_each_place(asked, answers):
    found = asked("survey", answers, "--answer", "safe", "--weight", "w", "--strata", "stratum", "--place", "area")
    result = found["result"]
    assert [(each["place"], each["n"]) for each in result["shares"]] == [("", 100), ("north", 80), ("south", 20)]
    assert result["shares"][2]["verdict"] == "too-few"
    assert result["interval"][0] < result["share"] < result["interval"][1]
    assert result["design_effect"] > 0.5


def test_waves_are_compared_with_the_one_before(asked, answers):
    found = asked("survey", answers, "--answer", "safe", "--series", "year")["result"]
    assert [(each["earlier"], each["later"]) for each in found["differences"]] == [("2022", "2024")]


def test_an_answer_that_is_not_yes_or_no_is_refused(refused, csv):
    assert "neither 1 nor 0" in refused("survey", csv("answer\n1\n5\n"))
