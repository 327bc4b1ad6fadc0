"""`samvirke analyse`: coordinates end up in metres, or are refused."""

from __future__ import annotations

import pytest


def test_degrees_are_brought_to_the_zone_of_the_data_which_is_named(asked, csv):
    table = csv("lon,lat\n10.03,56.46\n10.04,56.46\n10.03,56.47\n")
    found = asked("kde", table, "--x", "lon", "--y", "lat", "--crs", "EPSG:4326")
    assert found["coordinates"] == "EPSG:32632"
    west, south, _east, north = found["result"]["bounds"]
    assert 563_000 < west < 564_000
    assert north - south == pytest.approx(1_113 + 600, abs=110)


def test_bounds_are_in_the_system_of_the_data(asked, csv):
    table = csv("lon,lat\n10.03,56.46\n10.04,56.46\n")
    words = ["--x", "lon", "--y", "lat", "--crs", "EPSG:4326", "--bounds", "10.02,56.45,10.05,56.47"]
    west, south, _east, _north = asked("kde", table, *words)["result"]["bounds"]
    assert 562_000 < west < 563_500
    assert 6_256_000 < south < 6_257_000


def test_danish_metres_stay_as_they_are(asked, town):
    assert asked("kde", town, "--crs", "EPSG:25832")["coordinates"] == "EPSG:25832"


def test_feet_become_metres(asked, csv):
    table = csv("x,y\n1160000,1880000\n1161000,1880000\n1160000,1881000\n")
    found = asked("kde", table, "--crs", "EPSG:3435")
    assert found["coordinates"] == "EPSG:32616"
    west, _south, east, _north = found["result"]["bounds"]
    assert east - west == pytest.approx(305 + 600, abs=110)


def test_degrees_taken_for_metres_are_refused_with_what_to_say_instead(refused, asked, csv):
    table = csv("x,y\n10.03,56.46\n10.04,56.47\n")
    assert "--crs EPSG:4326" in refused("kde", table)
    small = csv("x,y\n10,20\n40,50\n", "yard.csv")
    assert asked("kde", small, "--crs", "local", "--cell", 1, "--bandwidth", 5)["n"] == 2


@pytest.mark.parametrize(
    ("rows", "crs", "words"),
    [
        ("563100,6257020", "EPSG:4326", "outside the area that EPSG:4326"),
        ("-95.4,29.7", "EPSG:25832", "outside the area that EPSG:25832"),
        ("271000,3290000", "EPSG:25832", "outside the area that EPSG:25832"),
        ("563100,6257020", "EPSG:99999", "no coordinate system called EPSG:99999"),
        ("10.0,56.0\n40.0,56.0", "EPSG:4326", "too wide"),
    ],
)
def test_a_coordinate_system_that_does_not_fit_is_refused(refused, csv, rows, crs, words):
    said = refused("kde", csv(f"x,y\n{rows}\n"), "--crs", crs)
    assert words in said
    assert "--crs" in said


@pytest.mark.parametrize("odd", ["10.21,56.15", "0,0"])
def test_degrees_or_nothing_among_metres_is_refused(refused, asked, csv, odd):
    table = csv("x,y\n563000,6257000\n563100,6257050\n" + f"{odd}\n")
    assert "of two kinds: row 3" in refused("kde", table)
    assert "of two kinds" in refused("kde", table, "--crs", "EPSG:25832")
    assert asked("kde", csv("x,y\n0,0\n40,900\n900,60\n"), "--crs", "local")["n"] == 3
