"""`samvirke analyse surveil`: one or more columns of counts, rows from 1, weeks that may not be left out."""

from __future__ import annotations

import csv as tables

import numpy as np
import pytest
from tests.analysis.shared import shared


@pytest.fixture
def weeks(csv):
    """320 weeks of two invented series, with an outbreak in the last week of the second."""
    counts = np.random.default_rng(1).poisson(9, (320, 2))
    counts[-1, 1] = 60
    days = np.datetime64("2015-01-05") + 7 * np.arange(320)
    return csv("week,noise,theft\n" + "".join(f"{day},{a},{b}\n" for day, (a, b) in zip(days, counts, strict=True)))


def test_several_columns_are_several_series(asked, weeks):
    for words in (["--count", "noise", "--count", "theft"], ["--count", "noise,theft"]):
        found = asked("surveil", weeks, *words, "--time", "week", "--from", 319, "--to", 320)
        first, second = found["result"]["series"]
        assert (first["name"], second["name"]) == ("noise", "theft")
        assert [week["row"] for week in second["weeks"]] == [319, 320]
        assert second["weeks"][1]["alarm"] is True
        assert second["weeks"][1]["date"] == "2021-02-15"
        assert found["parameters"]["from"] == 319


def test_the_published_weeks_with_the_options_of_r(asked):
    settings = "--b 5 --w 3 --no-periods 10 --weights-threshold 2.58 --past-weeks-not-included 26 --alpha 0.05"
    more = "--p-threshold-trend 0.05 --threshold-method nbPlugin --method farrington-flexible --from 270 --to 312"
    table = shared("surveillance/salmonella_agona_series.csv")
    found = asked("surveil", table, "--count", "observed1", *settings.split(), *more.split())
    with shared("surveillance/ff_salmonella_agona_270to312.csv").open() as file:
        theirs = list(tables.DictReader(file))
    weeks = found["result"]["series"][0]["weeks"]
    assert [week["alarm"] for week in weeks] == [line["alarm"] == "1" for line in theirs]
    for week, line in zip(weeks, theirs, strict=True):
        wanted = None if line["upperbound"] == "NA" else float(line["upperbound"])
        assert week["upperbound"] == wanted


def test_a_week_without_a_count_is_refused_and_cannot_be_skipped(refused, csv):
    table = csv("n\n" + "1\n" * 20 + "NA\n" + "2\n" * 20)
    said = refused("surveil", table, "--count", "n", "--method", "ears-c1")
    assert "with rows left out this answer would be wrong" in said
    assert "No such option" in refused("surveil", table, "--count", "n", "--skip-missing")


def test_a_column_that_is_not_there_is_named(refused, weeks):
    assert "“thefts”" in refused("surveil", weeks, "--count", "noise", "--count", "thefts")
