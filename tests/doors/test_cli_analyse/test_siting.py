"""`samvirke analyse siting`: sites in one file, demand in another, and what stands today in a third."""

from __future__ import annotations

import pytest


@pytest.fixture
def files(csv):
    """Three places to stand, five addresses around two of them, and a hut that stands apart."""
    csv("x,y\n1000,1000\n5000,1000\n9000,9000\n", "sites.csv")
    csv("x,y,n\n1010,1000,3\n990,1000,1\n5000,1100,2\n5000,900,2\n9000,9000,1\n", "demand.csv")
    return csv("x,y\n9000,8900\n7000,100\n", "present.csv").replace("present.csv", "{}.csv")


def words(files, *more):
    return ["siting", "--sites", files.format("sites"), "--demand", files.format("demand"), *more]


def test_the_sites_that_cover_most_are_chosen_beside_those_of_today(asked, files):
    more = ["--weight", "n", "--k", 2, "--radius", 200, "--present", files.format("present")]
    found = asked(*words(files, *more))
    result = found["result"]
    assert (result["chosen"], result["covered"], result["bound"], result["gap"]) == ([1, 2], 8, 8, 0)
    assert result["present"]["covered"] == 1
    assert found["n"] == 5


def test_the_sites_may_stand_without_an_option_and_rows_weigh_1(asked, files):
    words = ["siting", files.format("sites"), "--demand", files.format("demand"), "--k", 1, "--objective", "p-median"]
    assert asked(*words)["result"]["chosen"] == [2]


def test_degrees_are_brought_to_one_plane(asked, csv):
    csv("x,y\n10.20,56.15\n10.30,56.15\n", "sites.csv")
    demand = csv("x,y\n10.21,56.15\n10.20,56.16\n", "demand.csv")
    more = ["--crs", "EPSG:4326", "--k", 1, "--radius", 2000]
    found = asked("siting", demand.replace("demand", "sites"), "--demand", demand, *more)
    assert found["coordinates"] == "EPSG:32632"
    assert (found["result"]["chosen"], found["result"]["covered"]) == ([1], 2)


def test_what_is_missing_is_named(refused, files):
    assert "--demand FILE" in refused("siting", files.format("sites"), "--k", 1, "--radius", 5)
    said = refused(*words(files, "--k", 1, "--radius", 5, "--demand-x", "east"))
    assert "no column “east”" in said
    assert "demand.csv" in said
    assert "--radius" in refused(*words(files, "--k", 1))
