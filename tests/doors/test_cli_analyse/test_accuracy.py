"""`samvirke analyse accuracy`: cells in one file, later incidents in another, and a history in a third."""

from __future__ import annotations

import pytest


@pytest.fixture
def files(csv):
    """A row of ten cells of 100 metres; the first two are predicted, and the first and the last came true."""
    csv("x,y,risk\n" + "".join(f"{1000 + 100 * i},2000,{max(9 - 5 * i, 0)}\n" for i in range(10)), "cells.csv")
    csv("x,y\n1001,2001\n1049,1951\n990,2010\n1900,2000\n1100,2000\n", "test.csv")
    days = "".join(f"1900,2000,2024-05-{day:02}\n1500,2000,2024-01-{day:02}\n" for day in range(1, 20))
    return csv("x,y,time\n" + days, "history.csv").replace("history.csv", "{}.csv")


def test_all_scores_are_told_together_with_intervals(asked, files):
    words = ["--cells", files.format("cells"), "--test", files.format("test"), "--score", "risk"]
    found = asked("accuracy", *words)["result"]
    assert (found["hits"], found["hit_rate"], found["PAI"]) == (4, 0.8, pytest.approx(4))
    assert (found["PEI"], found["PEI*"], found["RRI"]) == (pytest.approx(1), pytest.approx(1), None)
    assert found["SER"] == pytest.approx(4 / 0.02)
    assert found["intervals"].keys() == {"hits", "hit_rate", "PAI", "PEI", "PEI*", "RRI", "SER"}
    assert found["baseline"] is None


def test_a_history_gives_the_decayed_count_to_beat(asked, files):
    words = [files.format("cells"), "--test", files.format("test"), "--score", "risk"]
    found = asked("accuracy", *words, "--history", files.format("history"), "--half-life", 30)
    assert found["result"]["baseline"]["hits"] == 1
    assert found["result"]["verdict"] == "is no better than the decayed count"
    assert found["result"]["RRI"] is None


def test_counts_in_columns_are_enough(asked, csv):
    file = csv("cell,score,later,before,size\na,1,6,4,1000000\nb,0,2,4,1000000\nc,0,2,2,2000000\n")
    words = ["--count", "later", "--earlier", "before", "--area", "size"]
    found = asked("accuracy", file, *words)["result"]
    assert (found["hits"], found["SER"], found["RRI"]) == (6, 6, pytest.approx(1.5))


def test_without_later_incidents_it_is_refused(refused, csv):
    said = refused("accuracy", csv("score\n1\n0\n"))
    assert "--test FILE" in said
    assert "--count" in said
