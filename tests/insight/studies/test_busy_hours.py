"""The busiest hours of a place: planted ones are found, chance alone seldom names any, and too few name none."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
import shapely
from tests.insight.written_file import Row

from samvirke.insight.studies.busy_hours import FEWEST, NEAR_METRES, BusyHours, busiest, busy_hours, last_year_of
from samvirke.registers.incidents.queries.windows import reported_windows

MONDAY = np.datetime64("2023-07-03T00:00")
FIRST, AFTER = date(2023, 7, 1), date(2024, 7, 1)
HOMES = ("burglary-home",)


def at(minutes: np.ndarray) -> np.ndarray:
    return MONDAY + minutes.astype("timedelta64[m]")


def found(minutes: np.ndarray, length: int = 30) -> BusyHours:
    starts = at(minutes)
    return busiest(starts, starts + np.timedelta64(length, "m"), FIRST, AFTER)


@pytest.mark.parametrize("day", [0, 5, 6])
@pytest.mark.parametrize("hour", [1, 14, 22])
def test_planted_hours_are_found_with_their_day_also_over_midnight(day: int, hour: int):
    chance = np.random.default_rng(day * 24 + hour)
    spread = chance.integers(0, 7 * 1440, 60)
    planted = day * 1440 + hour * 60 + chance.integers(0, 150, 25)
    told = found(np.concatenate([spread, planted]))
    assert (told.n, told.day, told.hour, told.stands_out) == (85, day, hour, True)
    assert told.low < told.count < told.high
    assert told.expected == pytest.approx(85 * 3 / 168)


@pytest.mark.parametrize("n", [20, 60, 400])
def test_chance_alone_seldom_names_any_hours(n: int):
    chance = np.random.default_rng(n)
    named = sum(found(chance.integers(0, 7 * 1440, n)).stands_out for _again in range(400))
    assert named <= 20


def test_too_few_name_no_hours_however_close_they_lie():
    told = found(np.full(FEWEST - 1, 60))
    assert (told.is_enough, told.stands_out, told.day) == (False, False, None)
    assert found(np.full(FEWEST, 60)).stands_out


def test_a_long_window_says_little_and_names_no_hours():
    assert not found(np.full(60, 60), length=6 * 1440).stands_out


@pytest.mark.django_db
class TestOfAStore:
    """What is read of the store for it."""

    SPOT = shapely.Point(560_000, 6_150_000)

    def rows(self, offence: str = "indbrud beboelse", **more: int) -> list[Row]:
        return [Row(date(2024, 3, 2) + timedelta(days=7 * week), offence, **more) for week in range(22)]

    def test_only_what_is_reported_near_the_place_in_the_last_whole_year_counts(self, counted):
        near, far = {"x": 560_000 + int(NEAR_METRES) - 1}, {"x": 560_000 + int(NEAR_METRES) + 1}
        old = [Row(date(2023, 1, 10) + timedelta(days=day)) for day in range(9)]
        last = [Row(date(2024, 7, 31))]
        store = counted([*self.rows(**near), *self.rows(**far), *self.rows("narkotika"), *old, *last]).store
        first, after = last_year_of(store)
        assert (first, after) == (date(2023, 8, 1), date(2024, 8, 1))
        # The one of the last day lies on the spot too.
        assert busy_hours(store, (*HOMES, "drugs"), self.SPOT).n == 22 + 1

    def test_what_the_police_find_themselves_is_left_out_whoever_asks(self, counted):
        store = counted([*self.rows("narkotika"), *self.rows()]).store
        box = (559_000.0, 6_149_000.0, 561_000.0, 6_151_000.0)
        for asked, n in ((("drugs",), 0), (("drugs", *HOMES), 22), (("nothing",), 0)):
            told = reported_windows(store, asked, date(2024, 1, 1), date(2025, 1, 1), box)
            assert len(told.starts) == len(told.x) == len(told.ends) == n, asked
