"""Surveillance gives what R's surveillance 1.20.3 (R 4.2.2) gave on the same invented series, to its printed digits."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from tests.analysis.shared import shared

from samvirke.analysis import surveil
from samvirke.analysis.surveil import Parameters

FOLDER = Path(__file__).parent / "by_r"


def number(text):
    return np.nan if text in {"NA", "NaN", ""} else float(text)


def settings(line):
    """The parameters of a line; in EARS the columns b and w stand for baseline and minSigma when b is not 5."""
    chosen = {"method": line["method"], "alpha": float(line["alpha"])}
    if line["method"].startswith("ears"):
        own = {"baseline": int(line["b"]), "min_sigma": float(line["w"])}
        return chosen | (own if line["b"] != "5" else {})
    return chosen | {
        "b": int(line["b"]),
        "w": int(line["w"]),
        "no_periods": int(line["noPeriods"]),
        "reweight": line["reweight"] == "1",
        "weights_threshold": float(line["wthr"]),
        "trend": line["trend"] == "1",
        "p_threshold_trend": float(line["pthr"]),
        "past_weeks_not_included": None if line["past"] == "-1" else int(line["past"]),
        "threshold_method": line["thr"],
        "powertrans": line["power"],
        "limit54": (int(line["lim1"]), int(line["lim2"])),
        "epoch_as_date": line["epoch"] == "1",
    }


@pytest.fixture(scope="module")
def series():
    with (FOLDER / "series.csv").open() as file:
        head, *rows = csv.reader(file)
    return dict(zip(head, np.array(rows, float).T, strict=True))


def by_r():
    with (FOLDER / "surveillance.csv").open() as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("method", ["farrington-flexible", "farrington", "ears-c1", "ears-c2", "ears-c3"])
def test_bounds_and_alarms_are_those_of_r(method, series):
    lines = [line for line in by_r() if line["method"] == method]
    assert len(lines) > 5
    weeks = np.datetime64("2008-01-07") + 7 * np.arange(330)
    for line in lines:
        row = int(line["row"])
        chosen = Parameters(from_=row, to=row, **settings(line))
        found = surveil(series[line["series"]], weeks, parameters=chosen).series
        told = {"upperbound": "upper"}
        told |= {"expected": "expected", "score": "score", "p": "p"} if method == "farrington-flexible" else {}
        told |= {"p": "p"} if method == "farrington" else {}
        for ours, theirs in told.items():
            np.testing.assert_allclose(
                getattr(found, ours)[0, 0], number(line[theirs]), rtol=1e-8, atol=1e-12, err_msg=f"{ours} of {line}"
            )
        assert found.alarm[0, 0] == (-1 if line["alarm"] == "NA" else int(line["alarm"])), line


@pytest.mark.parametrize(
    ("file", "chosen"),
    [
        (
            "ff_salmonella_agona_270to312.csv",
            Parameters(
                from_=270, to=312, no_periods=10, threshold_method="nbPlugin", past_weeks_not_included=26, alpha=0.05
            ),
        ),
        ("farrington_salmonella_agona_270to312.csv", Parameters("farrington", from_=270, to=312)),
    ],
)
def test_the_published_weeks_of_salmonella_agona(file, chosen):
    with shared("surveillance/salmonella_agona_series.csv").open() as table:
        counts = [float(line["observed1"]) for line in csv.DictReader(table)]
    with shared(f"surveillance/{file}").open() as table:
        theirs = list(csv.DictReader(table))
    found = surveil(counts, parameters=chosen).series
    told = {"upperbound": "upperbound", "expected": "expected", "p": "pvalue", "score": "score"}
    for ours, name in told.items():
        if name in theirs[0]:
            wanted = [number(line[name]) for line in theirs]
            np.testing.assert_allclose(getattr(found, ours)[0], wanted, rtol=1e-12)
    assert found.alarm[0].tolist() == [int(line["alarm"]) for line in theirs]
