"""Invented homes: some are burgled again, each has one place and one address."""

from __future__ import annotations

import re
from collections import defaultdict

import numpy as np
import pytest
from tests.analysis.simulation.naive import of_kind

from samvirke.analysis.simulation.dwellings import address

YEAR = np.timedelta64(365 * 24 * 60, "m")


@pytest.fixture(scope="module")
def homes(demo):
    return demo.rows.at(of_kind(demo, "burglary-home"))


def came_back(homes):
    """For each burglary whether the same home had one within the year before."""
    last, found = {}, []
    for dwelling, reported in zip(homes.dwelling.tolist(), homes.reported, strict=True):
        found.append(dwelling in last and reported - last[dwelling] <= YEAR)
        last[dwelling] = reported
    return np.array(found)


def test_between_5_and_8_percent_come_back_within_a_year(homes):
    after_the_first = homes.reported >= np.datetime64("2020-07-01")
    assert 0.05 <= came_back(homes)[after_the_first].mean() <= 0.08


def test_the_latest_year_has_repeats_in_the_large_municipalities(homes):
    latest = (homes.reported >= np.datetime64("2023-07-01")) & came_back(homes)
    assert (latest & (homes.municipality == 751)).sum() > 40
    assert (latest & (homes.municipality == 730)).sum() > 10


def test_a_home_stays_where_it_is(homes):
    places = defaultdict(set)
    for dwelling, *place in zip(homes.dwelling.tolist(), homes.east.tolist(), homes.north.tolist(), strict=True):
        places[dwelling].add(tuple(place))
    assert {len(each) for each in places.values()} == {1}


def test_only_burglaries_of_homes_name_one(demo):
    assert np.array_equal(demo.rows.dwelling >= 0, of_kind(demo, "burglary-home"))


def test_every_home_has_its_own_address_in_its_town(demo, homes):
    different = np.unique(homes.dwelling).tolist()
    addresses = {address(each, demo.parameters) for each in different}
    assert len(addresses) == len(different)
    towns = {f"{town.postcode} {town.name}" for town in demo.parameters.towns}
    for each in addresses:
        street, town = each.rsplit(", ", 1)
        assert town in towns
        assert re.fullmatch(r"[A-ZÆØÅ][a-zæøå]+ \d{1,3}", street)


def test_addresses_do_not_run_out(demo):
    step = 12736 * 21
    several = [*range(0, 20_000), *range(step - 50, step + 50), *range(3 * step, 3 * step + 50)]
    assert len({address(each, demo.parameters) for each in several}) == len(several)


def test_the_addresses_of_the_wave_are_in_spentrup(demo):
    wave = demo.rows.at(demo.rows.planted == 1)
    assert {address(each, demo.parameters).rsplit(", ", 1)[1] for each in wave.dwelling.tolist()} == {"8981 Spentrup"}
    assert len(set(wave.dwelling.tolist())) == 15
