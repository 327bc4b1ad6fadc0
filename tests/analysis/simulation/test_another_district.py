"""The simulator knows no place by itself: a district of one square town, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
import shapely
from tests.analysis.simulation.naive import within

from samvirke.analysis.simulation import (
    Kind,
    Parameters,
    Setting,
    Town,
    Window,
    by_quarter,
    csv_columns,
    declared_truths,
    simulate,
)
from samvirke.analysis.simulation.plants.junction import Junction
from samvirke.analysis.simulation.plants.wave import Chain, Wave
from samvirke.foundation.period import read_period

SQUARE = {1: shapely.box(0, 0, 10_000, 10_000)}
EVEN = Setting(narrowing=1, rural=0.5)
FLAT_YEAR, FLAT_WEEK = (1.0,) * 12, (1.0,) * 168


def kind(name: str, quarterly: float, **more) -> Kind:
    return Kind(name, {1: quarterly}, {name: 1.0}, FLAT_YEAR, FLAT_WEEK, EVEN, 60, **more)


def district(*kinds: Kind, moves=()) -> Parameters:
    return Parameters(
        quarters=tuple(read_period("2024Q1").back(5)),
        municipalities=(1,),
        towns=(Town("Firkant", 1000, 1, 5000, 5000, 800, 1.0),),
        nightlife=(),
        kinds=kinds,
        focus=(),
        rate_changes=(),
        moves=moves,
        repeat_share=0.5,
        seed=3,
    )


def made(parameters: Parameters, seed: int = 3):
    return simulate(parameters, SQUARE, np.random.default_rng(seed))


def test_a_flat_week_gives_every_hour_and_day_its_share():
    rows = made(district(kind("noise", 8000))).rows
    hours = np.bincount(rows.reported.astype("datetime64[h]").astype(int) % 24, minlength=24)
    days = np.bincount(rows.reported.astype("datetime64[D]").astype(int) % 7, minlength=7)
    assert ((hours - hours.mean()) ** 2 / hours.mean()).sum() < 60
    assert ((days - days.mean()) ** 2 / days.mean()).sum() < 35


def test_a_week_with_one_hour_has_reports_in_that_hour_only():
    week = tuple(float(hour == 2 * 24 + 13) for hour in range(168))  # Wednesday at 13
    reported = made(district(replace(kind("noise", 300), week=week))).rows.reported
    assert {f"{moment:%a %H}" for moment in reported.tolist()} == {"Wed 13"}


def test_half_lies_in_the_countryside_when_the_setting_says_so():
    rows = made(district(kind("noise", 3000))).rows
    in_town = np.hypot(rows.east - 5000, rows.north - 5000) < 2400
    countryside = 1 - np.pi * 2400**2 / 10_000**2
    assert (~in_town).mean() == pytest.approx(0.5 * countryside, abs=0.02)


def test_half_the_homes_come_back_when_the_share_says_so():
    rows = made(district(kind("homes", 2000, in_homes=True, window=Window(8, 0.5)))).rows
    late = rows.at(rows.reported >= np.datetime64("2024-01-01"))
    seen_before = np.isin(late.dwelling, rows.dwelling[rows.reported < np.datetime64("2024-01-01")])
    assert 0.35 < seen_before.mean() < 0.5


def test_a_quarter_without_rows_is_no_hindrance():
    parameters = district(kind("rare", 0.2), kind("homes", 0.3, in_homes=True), kind("never", 0.0))
    assert sum(len(each) for each in by_quarter(parameters, SQUARE, np.random.default_rng(1))) < 15
    nothing = made(district(kind("never", 0.0)))
    assert len(nothing) == 0
    assert all(values == [] for values in csv_columns(nothing).values())


def test_a_plant_takes_only_what_is_there():
    junction = Junction("corner", ("noise",), 1, 2000, 2000, 10, {"2024Q1": 500}, power=0)
    found = made(district(kind("noise", 20), kind("other", 100), moves=(junction,)))
    latest = found.rows.reported >= np.datetime64("2024-01-01")
    assert (found.rows.planted[latest & (found.kind == "noise")] == 1).all()
    assert within(found, 2000, 2000, 12)[latest].sum() == (latest & (found.kind == "noise")).sum()


def test_a_district_without_plants_is_null_throughout():
    assert declared_truths(district(kind("noise", 20)))["null"] == {"noise": ["1", "district"]}


def test_a_town_outside_its_municipality_is_refused():
    parameters = replace(district(kind("noise", 5)), towns=(Town("Andetsteds", 1000, 1, -50, 5000, 100, 1.0),))
    with pytest.raises(ValueError, match="all inside its shape"):
        made(parameters)


def test_four_quarters_are_refused():
    with pytest.raises(ValueError, match="five quarters"):
        replace(district(kind("noise", 5)), quarters=tuple(read_period("2024Q1").back(4)))


def test_a_chain_that_may_reach_the_next_quarter_is_refused():
    with pytest.raises(ValueError, match="in another quarter"):
        Wave("late", ("homes",), 1, "Firkant", 5000, 5000, 100, (Chain(date(2024, 6, 20), 4),), 150, 2, 6, 0.9)
