"""When does it happen: the published table, the same done minute by minute, and what the rules say at their edges."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.shared import shared

from samvirke.analysis import aoristic
from samvirke.analysis.aoristic import Parameters
from samvirke.doors.cli.analyse.clock import on_the_wall
from samvirke.foundation.fault import Refused

MONDAY = np.datetime64("2024-01-01T00:00", "m")
MINUTE = np.timedelta64(1, "m")
minutes = st.integers(-20_000, 60_000)


def minute_by_minute(start, end):
    """The rules, one minute after another."""
    hours = np.zeros((24, 7))
    for begin, stop in zip(start, end, strict=True):
        first = int((begin.astype("datetime64[m]") - MONDAY) / MINUTE)
        lasts = 0 if np.isnat(stop) else int((stop - begin) // MINUTE)
        if lasts >= 10_080:
            hours += 1 / 168
            continue
        for minute in range(first, first + max(lasts, 1)) if lasts > 1 else [first]:
            hours[minute % 1440 // 60, minute % 10_080 // 1440] += 1 / max(lasts, 1)
    return hours


def burglaries():
    """Burglaries of Washington, DC: the file has them in UTC, the published table in local time."""
    with shared("aoristic/dcburglaries.csv").open() as file:
        rows = list(csv.DictReader(file))
    for column in ("StartDateTime", "EndDateTime"):
        written = [row[column] if row[column] not in ("", "NA") else "NaT" for row in rows]
        yield on_the_wall(np.array(written, "datetime64[s]"), "America/New_York")


def test_the_published_table_of_burglaries_comes_out_in_every_cell():
    with shared("aoristic/dcburgsum.csv").open() as file:
        published = np.array([[float(each) for each in row[1:]] for row in list(csv.reader(file))[1:]])
    found = aoristic(*burglaries())
    np.testing.assert_allclose(found.hours_of_week, published, atol=0.000501)
    assert found.n == 1025
    assert found.hours_of_week.sum() == pytest.approx(1025)


@given(rows=st.lists(st.tuples(minutes, st.one_of(st.none(), st.integers(-100, 11_000))), min_size=1, max_size=8))
@settings(deadline=None, max_examples=150)
def test_it_is_what_it_is_minute_by_minute(rows):
    start = MONDAY + np.array([first for first, _ in rows]) * MINUTE
    lasts = np.array(["NaT" if each is None else each for _, each in rows], "timedelta64[m]")
    found = aoristic(start, start + lasts)
    np.testing.assert_allclose(found.hours_of_week, minute_by_minute(start, start + lasts), atol=1e-8)
    assert found.hours_of_week.sum() == pytest.approx(len(rows))


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns", "10m"])
def test_the_unit_of_the_timestamps_makes_no_difference(unit):
    rng = np.random.default_rng(1)
    start = MONDAY + rng.integers(-5_000_000, 5_000_000, 2_000) // 10 * 10 * MINUTE
    end = start + rng.integers(-10, 1_200, 2_000) * 10 * MINUTE
    here, there = aoristic(start, end), aoristic(start.astype(f"datetime64[{unit}]"), end)
    np.testing.assert_array_equal(here.hours_of_week, there.hours_of_week)


@pytest.mark.parametrize(
    ("lasts", "hours", "rule"),
    [
        (None, {(23, 6): 1}, "start_only"),
        (1, {(23, 6): 1}, "start_only"),
        (-3, {(23, 6): 1}, "end_before_start"),
        (2, {(23, 6): 0.5, (0, 0): 0.5}, ""),
        (61, {(23, 6): 1 / 61, (0, 0): 60 / 61}, ""),
        (10_080, None, "week_or_more"),
    ],
)
def test_each_rule_at_the_last_minute_of_sunday(lasts, hours, rule):
    start = np.array([MONDAY - MINUTE])
    found = aoristic(start, start + np.array(["NaT" if lasts is None else lasts], "timedelta64[m]"))
    expected = np.full((24, 7), 1 / 168 if hours is None else 0.0)
    for (hour, day), held in (hours or {}).items():
        expected[hour, day] = held
    np.testing.assert_allclose(found.hours_of_week, expected, atol=1e-9)
    assert [name for name in ("start_only", "end_before_start", "week_or_more") if getattr(found, name)] == (
        [rule] if rule else []
    )


def test_seconds_within_a_minute_do_not_count():
    start = np.array(["2024-01-01T10:59:59"], "datetime64[s]")
    found = aoristic(start, start + np.timedelta64(119, "s"))
    assert found.hours_of_week[10, 0] == 1
    assert aoristic(start, start + np.timedelta64(120, "s")).hours_of_week[11, 0] == 0.5


def test_without_any_end_each_incident_stands_in_its_hour():
    found = aoristic(MONDAY + np.array([0, 60, 61]) * MINUTE)
    assert found.hours_of_week[:2, 0].tolist() == [1, 2]
    assert found.busiest == (1, 0)
    assert found.notes()[-1].text().endswith("in the start’s hour: 3.")


def test_an_hour_that_nothing_touches_is_exactly_nothing():
    rng = np.random.default_rng(2)
    start = MONDAY + rng.integers(0, 600, 50_000) * MINUTE
    found = aoristic(start, start + rng.integers(2, 300, 50_000) * MINUTE)
    assert (found.hours_of_week[16:, 0] == 0).all()
    assert (found.low[16:, 0] == 0).all()


def test_the_interval_holds_the_true_number_at_least_as_often_as_asked():
    """Windows of 20 to 400 minutes around a true hour: the mean over many periods is what an interval should hold."""
    rng, tables, held = np.random.default_rng(3), [], []
    for _ in range(300):
        start = MONDAY + rng.integers(0, 10_080, rng.poisson(2_000)) * MINUTE
        tables.append(aoristic(start, start + rng.integers(20, 400, start.size) * MINUTE))
    truth = np.mean([each.hours_of_week for each in tables], axis=0)
    held = [((each.low <= truth) & (truth <= each.high)).mean() for each in tables]
    assert np.mean(held) > 0.95


def test_objects_of_python_are_read_as_well():
    times = np.array([MONDAY, MONDAY + 90 * MINUTE])
    np.testing.assert_array_equal(aoristic(times.tolist()).hours_of_week, aoristic(times).hours_of_week)
    assert aoristic(times.tolist(), [None, times.tolist()[1]]).start_only == 2


@pytest.mark.parametrize(
    ("time", "word"),
    [
        ([1, 2], "hold no hours"),
        (np.array(["2024-01-01"], "datetime64[D]"), "hold no hours"),
        (np.array(["NaT"], "datetime64[m]"), "time that is missing"),
        (["2024-01-01 10:00"], "hold no hours"),
        (["monday", None], "not a time"),
        (np.array([[MONDAY]]), "not one column"),
    ],
)
def test_what_has_no_hour_is_refused(time, word):
    with pytest.raises(Refused, match=word):
        aoristic(time)


def test_a_level_out_of_range_is_refused():
    with pytest.raises(Refused):
        Parameters(level=1.0)


def test_a_time_with_a_zone_is_refused_since_its_wall_is_unknown():
    from datetime import UTC, datetime

    with pytest.raises(Refused, match="zone"):
        aoristic([datetime(2024, 1, 1, tzinfo=UTC)])
