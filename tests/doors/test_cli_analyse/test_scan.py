"""`samvirke analyse scan`: cases in one file, their places, population and controls in others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

PLACES = "place,x,y\nnorth,1000,2000\nsouth,1000,1000\neast,1500,1000\nwest,100,90\nempty,2000,2000\n"


@pytest.fixture
def places(csv):
    return csv(PLACES, "places.csv")


@pytest.fixture
def cases(csv):
    rng = np.random.default_rng(1)
    rows = [(place, day) for place in ("north", "south", "east", "west") for day in rng.integers(1, 25, 8)]
    rows += [("south", 29), ("south", 30), ("east", 30), ("east", 30), ("south", 30)]
    return csv("place,date\n" + "".join(f"{place},2024-06-{day:02d}\n" for place, day in rows), "cases.csv")


def test_cases_by_place_and_day_until_today(asked, cases, places):
    words = ["--time", "date", "--places", places, "--max-days", 7, "--prospective", "--shuffles", 199, "--seed", 4]
    words += ["--max-share", 0.6]
    found = asked("scan", cases, *words)
    assert found["name"] == "scan"
    assert found["parameters"]["when"] == "prospective"
    assert found["parameters"]["seed"] == 4
    first = found["result"]["clusters"][0]
    assert set(first["members"]) == {"south", "east"}
    assert first["centre"] in {"south", "east"}
    assert (first["start"], first["end"], first["observed"]) == ("2024-06-29", "2024-06-30", 5)
    assert first["expected"] == pytest.approx(21 * 5 / 37)
    assert first["radius_km"] == 0.5
    assert (first["x"], first["y"]) in {(1000, 1000), (1500, 1000)}
    assert found["result"]["places"] == 5
    assert any("an alarm" in note.lower() for note in found["notes"])
    assert asked("scan", cases, *words)["result"] == found["result"]


def test_cases_against_a_population_of_another_file(asked, cases, places, csv):
    people = csv("where,people\nnorth,900\nsouth,100\neast,100\nwest,900\nempty,50\n", "people.csv")
    words = ["--places", places, "--model", "poisson", "--when", "spatial", "--population", people, "--shuffles", 99]
    first = asked("scan", cases, *words)["result"]["clusters"][0]
    assert set(first["members"]) == {"south", "east"}
    assert first["expected"] == pytest.approx(37 * 200 / 2050)
    assert first["start"] is None


def test_a_population_over_time_is_scanned_back_in_time(asked, cases, places, csv):
    people = csv("where,people\nnorth,900\nsouth,400\neast,400\nwest,900\nempty,50\n", "people.csv")
    words = ["--time", "date", "--places", places, "--model", "poisson", "--population", people, "--retrospective"]
    first = asked("scan", cases, *words, "--shuffles", 99, "--max-days", 5)["result"]["clusters"][0]
    assert first["end"] == "2024-06-30"


def test_cases_against_controls_of_another_file(asked, cases, places, csv):
    others = csv("where,controls\nnorth,30\nsouth,3\neast,2\nwest,20\nempty,9\n", "others.csv")
    words = ["--places", places, "--model", "bernoulli", "--when", "spatial", "--controls", others, "--shuffles", 99]
    first = asked("scan", cases, *words)["result"]["clusters"][0]
    assert set(first["members"]) == {"south", "east"}
    assert first["expected"] == pytest.approx((21 + 5) * 37 / (37 + 64))


def test_population_and_controls_may_be_columns_of_the_one_file(asked, csv):
    table = csv("x,y,n,people\n0,0,9,10\n700,0,1,90\n0,900,2,100\n", "all.csv")
    words = ["--count", "n", "--model", "poisson", "--when", "spatial", "--population", "people", "--shuffles", 19]
    found = asked("scan", table, *words)["result"]
    assert found["clusters"][0]["members"] == ["0 0"]
    assert found["n"] == 12


def test_degrees_are_measured_along_the_earth(asked, csv):
    rows = "".join(f"{10 + day % 3 / 100},{56 + day % 2 / 100},2024-05-{day:02d}\n" for day in range(1, 31))
    table = csv("lon,lat,date\n" + rows)
    words = ["--x", "lon", "--y", "lat", "--time", "date", "--crs", "EPSG:4326", "--max-km", 1.2, "--shuffles", 9]
    found = asked("scan", table, *words)
    assert found["coordinates"] == "EPSG:4326"
    for each in found["result"]["clusters"]:
        assert each["radius_km"] <= 1.2
        assert 55 < each["y"] < 57


def test_what_is_missing_is_said(refused, cases, places, csv):
    assert "--satscan-parameters" in refused("scan")
    assert "“east” has no coordinates" in refused(
        "scan", cases, "--time", "date", "--places", csv(PLACES.replace("east", "orient"), "p.csv")
    )
    assert "degrees" in refused("scan", csv("x,y,time\n10,56,1\n11,55,2\n", "deg.csv"))
    said = refused("scan", cases, "--time", "date", "--places", places, "--model", "poisson")
    assert "--population" in said or "population" in said


def test_late_evenings_in_utc_are_the_next_day_on_the_wall(asked, refused, csv, cases, places):
    late = csv(Path(cases).read_text().replace("06-30", "06-30 23:30").replace("06-29", "06-29 23:30"))
    words = ["scan", late, "--time", "date", "--places", places, "--max-days", 7, "--prospective", "--shuffles", 199]
    words += ["--max-share", 0.6]
    first = asked(*words, "--clock", "Europe/Copenhagen")["result"]["clusters"][0]
    assert (first["start"], first["end"], first["observed"]) == ("2024-06-30", "2024-07-01", 5)
    assert "no time zone" in refused(*words, "--clock", "Europe/Kobenhavn")
