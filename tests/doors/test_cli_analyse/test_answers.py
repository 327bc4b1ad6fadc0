"""`samvirke analyse`: what is asked is answered, as one JSON object or as a table."""

from __future__ import annotations

import numpy as np
import pytest
from tests.analysis.shared import shared

from samvirke.doors.cli.main import run

KEYS = {"name", "method", "version", "parameters", "n", "result", "caution", "reference", "seconds"}


def test_every_answer_has_the_same_keys(asked, town):
    for words in (
        ["change", "--before", 96, "--after", 61],
        ["kde", town],
        ["concentration", town, "--place", "place"],
    ):
        found = asked(*words)
        assert found.keys() >= KEYS
        assert found["name"] == words[0]


def test_change_needs_no_file(asked):
    found = asked("change", "--before", 16, "--after", 25)["result"]
    assert found["z_poisson"] == pytest.approx(2.0)
    assert found["rate_ratio"] == pytest.approx(25 / 16)
    assert {"interval", "p_exact", "p_e_test", "verdict"} <= found.keys()


def test_change_takes_exposures(asked):
    found = asked("change", "--before", 20, "--after", 10, "--exposure-before", 200, "--exposure-after", 100)
    assert found["result"]["rate_ratio"] == pytest.approx(1.0)
    assert found["parameters"]["exposure_before"] == 200


def test_what_is_not_a_number_is_null(asked):
    assert asked("change", "--before", 0, "--after", 7)["result"]["rate_ratio"] is None


def test_concentration_from_counts_and_from_weights(asked, csv):
    table = csv("street,n,days\na,10,5\nb,8,5\nc,2,5\n" + "".join(f"z{i},0,0\n" for i in range(7)))
    counted = asked("concentration", table, "--place", "street", "--count", "n")
    assert counted["result"]["gini"] == pytest.approx(0.78)
    weighed = asked("concentration", table, "--weight", "days")
    assert weighed["result"]["gini_generalised"] is None
    assert asked("concentration", csv("n\n5\n2\n1\n"), "--count", "n", "--places", 10)["result"][
        "gini_generalised"
    ] == pytest.approx(0.75)


def test_kde_keeps_its_surface_in_a_file(asked, town, tmp_path):
    out = tmp_path / "surface.npy"
    found = asked("kde", town, "--cell", 50, "--bandwidth", 200, "--kernel", "quartic", "--out", out)
    grid = np.load(out)
    assert list(grid.shape) == found["result"]["shape"]
    assert grid.max() == found["result"]["max"]
    assert found["result"]["integral"] == pytest.approx(7, rel=0.02)


def test_kde_within_bounds(asked, town):
    found = asked("kde", town, "--bounds", "563000,6257000,563500,6257300", "--cell", 100)
    assert found["result"]["shape"] == [3, 5]
    assert found["result"]["bounds"] == [563000, 6257000, 563500, 6257300]


def test_near_repeat_by_date_with_bands_that_do_not_end(asked, town):
    found = asked("near-repeat", town, "--time", "date", "--metres", "0,100,inf", "--days", "0,7,14,inf")
    assert found["result"]["observed"] == [[2, 1, 0], [1, 0, 17]]
    assert found["parameters"]["metres"] == [0, 100, None]
    assert found["parameters"]["seed"] == 1
    again = asked("near-repeat", town, "--time", "date", "--metres", "0,100,inf", "--days", "0,7,14,inf", "--seed", 1)
    assert again["result"] == found["result"]


def test_harm_with_a_file_of_weights(asked, csv):
    weights = csv("offence,days\nburglary,273.5\ntheft,2\n", "weights.csv")
    offences = csv("offence,count\nburglary,20\ntheft,3\n")
    words = ["--weights", weights, "--unit", "days of imprisonment", "--jurisdiction", "England and Wales"]
    found = asked("harm", offences, "--count", "count", *words)["result"]
    assert (found["total"], found["unit"], found["jurisdiction"]) == (5476.0, words[3], words[5])


def test_the_published_near_repeat_table(asked):
    words = ["--names", "x,y,date", "--time", "date", "--metres", "0,1,200,400,600,inf", "--days", "0,1,2,3,inf"]
    found = asked("near-repeat", shared("nearrepeat/chicago_arson.csv"), *words)
    assert found["n"] == 522
    assert found["result"]["observed"][0] == [1, 2, 0, 8]
    assert found["result"]["observed"][4] == [393, 710, 770, 133658]


def test_without_json_it_reads_as_a_table(capsys):
    assert run(["analyse", "change", "--before", "96", "--after", "61"]) == 0
    said = capsys.readouterr().out
    assert "certain fall" in said
    assert "−55" in said
    assert "Fewer reports do not always mean less crime." in said


def test_the_table_says_what_was_left_out_and_where_it_is(capsys, csv):
    table = csv("lon,lat\n10.03,56.46\n,56.47\n10.04,56.46\n")
    words = ["--x", "lon", "--y", "lat", "--crs", "EPSG:4326", "--skip-missing"]
    assert run(["analyse", "kde", table, *words]) == 0
    said = capsys.readouterr().out
    assert "Rows left out because a value was missing: 1. Coordinates in EPSG:32632." in said


def test_the_table_is_danish_for_danes(capsys, monkeypatch):
    monkeypatch.setenv("SAMVIRKE_LANGUAGE", "da")
    assert run(["analyse", "change", "--before", "1", "--after", "100000"]) == 0
    assert "100.000" in capsys.readouterr().out
