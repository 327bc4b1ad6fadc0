"""`samvirke analyse effect`: counts without a file, a series from one."""

from __future__ import annotations

import pytest

WORDS = ["--treated-before", 20, "--treated-after", 10, "--control-before", 20, "--control-after", 20]
SERIES = "month,n\n" + "".join(
    f"20{18 + i // 12}-{i % 12 + 1:02d}-01,{40 - 20 * (i >= 48) + i % 3}\n" for i in range(72)
)


def test_counts_need_no_file(asked):
    found = asked("effect", *WORDS, "--level", 0.9)
    assert found["result"]["wdd"] == -10
    assert found["result"]["interval"] == pytest.approx([-23.76, 3.76], abs=0.005)
    assert found["result"]["verdict"] == "cannot tell"


def test_harm_is_given_for_each_kind(asked):
    words = ["--treated-before", "20,30", "--treated-after", "10,30", "--harm", "5,1"]
    assert asked("effect", *words)["result"]["wdd"] == -50


def test_a_series_comes_from_a_file(asked, csv):
    words = ["--time", "month", "--count", "n", "--intervention", "2022-01-01"]
    found = asked("effect", csv(SERIES), *words)["result"]
    assert found["verdict"] == "fewer"
    assert found["interrupted"]["before"] == 48
    assert found["wdd"] is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--treated-before", 20], "--treated-before and --treated-after"),
        (["--treated-before", -2, "--treated-after", 3], "--treated-before: There is a negative number"),
        (["--time", "month", "--count", "n"], "no file"),
        ([], "nothing to compare"),
    ],
)
def test_what_is_missing_is_named(refused, words, told):
    assert told in refused("effect", *words)
