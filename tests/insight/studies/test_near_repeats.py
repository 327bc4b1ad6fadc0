"""The study of burglaries close to one another counts what a naive pass over all pairs counts, and says where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from tests.insight.written_file import Row

from samvirke.foundation.period import read_period
from samvirke.insight.studies.near_repeats import DAYS, METRES, NearRepeats, near_repeats

pytestmark = [pytest.mark.django_db]

SPRING = read_period("2024Q2")
FIRST, AFTER = SPRING.back(4)[0].first, SPRING.after
HOMES = ("burglary-home",)


def study(facts, area: int) -> NearRepeats | None:
    return near_repeats(facts.store, facts.district.towns.all(), HOMES, FIRST, AFTER, area)


@pytest.mark.parametrize("area", [730, 706, 751])
def test_it_counts_the_pairs_that_a_naive_pass_counts(area, facts):
    rows = facts.store.rows(
        "SELECT x, y, starts::DATE FROM incidents WHERE category = 'burglary-home' AND x IS NOT NULL "
        "AND starts >= ? AND starts < ? AND municipality = ?",
        FIRST,
        AFTER,
        area,
    )
    close = sum(
        (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 < METRES**2 and abs((one[2] - other[2]).days) < DAYS
        for one, other in combinations(rows, 2)
    )
    found = study(facts, area)
    assert (found.n, found.observed) == (len(rows), close)


def test_in_randers_it_finds_more_than_chance_and_names_the_planted_town(facts):
    found = study(facts, 730)
    assert found.stands_out
    assert found.town == "Spentrup"
    assert found.observed > 2 * found.expected
    assert found.p <= 0.01
    assert (found.first, found.after) == (FIRST, AFTER)


def test_it_gives_the_same_answer_every_time(facts):
    assert study(facts, 730) == study(facts, 730)


def test_few_incidents_are_not_studied(facts):
    assert study(facts, 741) is None


@pytest.mark.parametrize(
    ("changed", "stands_out"),
    [
        ({}, True),
        ({"observed": 4}, False),
        ({"p": 0.021}, False),
        ({"ratio": 1.19}, False),
    ],
)
def test_it_stands_out_only_with_enough_pairs_unlikely_by_chance_and_plainly_more(changed, stands_out):
    found = NearRepeats(
        n=343, observed=33, expected=12.0, ratio=2.75, p=0.001, town="Spentrup", first=FIRST, after=AFTER,
        shuffles=999, seed=1,
    )  # fmt: skip
    assert replace(found, **changed).stands_out == stands_out


def test_where_no_town_is_known_none_is_named(counted):
    homes = [(number % 4, number // 4) for number in range(24)]
    rows = [
        Row(date(2024, 2, 1) + timedelta(days=5 * east + 20 * north), x=560_000 + 40 * east, y=6_150_000 + 900 * north)
        for east, north in homes
    ]
    found = study(counted(rows), 998)
    assert found.observed >= 10
    assert found.town == ""


def test_burglaries_all_on_one_day_leave_nothing_to_compare(counted):
    rows = [Row(date(2024, 2, 1), x=560_000 + 50 * number) for number in range(30)]
    assert study(counted(rows), 998) is None
