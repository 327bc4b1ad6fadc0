"""Near repeats: every pair counted once, chance that is chance, and the tables that others have printed."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats
from tests.analysis.shared import shared

from samvirke.analysis import near_repeat
from samvirke.analysis.near_repeat import Parameters
from samvirke.analysis.near_repeat.kernels import LANES, tallies
from samvirke.analysis.near_repeat.pairs import near_pairs
from samvirke.foundation.fault import Refused

INF = float("inf")
CHICAGO = Parameters((0, 1, 200, 400, 600, INF), (0, 1, 2, 3, INF))


def chance(seed=1):
    return np.random.default_rng(seed)


def slow_table(x, y, when, parameters):
    """Every pair, measured."""
    first, second = np.triu_indices(len(x), 1)
    dx, dy = np.abs(x[first] - x[second]), np.abs(y[first] - y[second])
    apart = dx + dy if parameters.metric == "manhattan" else np.sqrt(dx**2 + dy**2)
    gap = np.abs(when[first] - when[second])
    bands = [
        [np.count_nonzero((apart >= a) & (apart < b) & (gap >= c) & (gap < d)) for c, d in pairwise(parameters.days)]
        for a, b in pairwise(parameters.metres)
    ]
    return np.array(bands)


@st.composite
def edges(draw, step, most):
    """Rising edges, perhaps from above 0, perhaps to infinity."""
    finite = sorted(draw(st.sets(st.integers(0, most), min_size=1, max_size=4)))
    endless = draw(st.booleans()) or len(finite) < 2
    return (*(float(each * step) for each in finite), *([INF] if endless else []))


@given(
    events=st.lists(st.tuples(*[st.integers(0, 12)] * 2, st.integers(0, 30)), min_size=9, max_size=60),
    metres=edges(50, 10),
    days=edges(1, 20),
    metric=st.sampled_from(["manhattan", "euclidean"]),
)
@settings(deadline=None, max_examples=150)
def test_the_table_is_every_pair_measured_ties_and_edges_included(events, metres, days, metric):
    x, y, when = np.array(events).T
    assume(np.ptp(when) and (np.ptp(x) or np.ptp(y)))
    parameters = Parameters(metres, days, metric, 9)
    found = near_repeat(x * 50.0, y * 50.0, when, parameters, generator=chance())
    np.testing.assert_array_equal(found.observed, slow_table(x * 50.0, y * 50.0, when, parameters))


def scene(n=400, seed=2, size=3_000.0):
    """Incidents that have nothing to do with each other."""
    rng = np.random.default_rng(seed)
    return rng.uniform(0, size, n), rng.uniform(0, size, n), rng.integers(0, 365, n)


def test_expected_pairs_are_exactly_near_times_soon_over_all():
    x, y, when = scene()
    found = near_repeat(x, y, when, Parameters((0, 150, 400, INF), (0, 7, 30, INF)), generator=chance())
    near, soon = found.observed.sum(axis=1), found.observed.sum(axis=0)
    assert near.sum() == 400 * 399 // 2
    np.testing.assert_allclose(found.expected, np.outer(near, soon) / (400 * 399 / 2))


def test_expected_is_the_mean_over_every_order_of_the_days():
    """Six incidents, all 720 orders, counted one by one."""
    x, y, when = np.array([0.0, 10, 20, 300, 310, 900]), np.zeros(6), np.array([0, 1, 5, 5, 9, 30])
    parameters = Parameters((0, 50, 400), (0, 2, 6), shuffles=9)
    mean = np.mean([slow_table(x, y, np.array(order), parameters) for order in permutations(when)], axis=0)
    found = near_repeat(x, y, when, parameters, generator=chance())
    np.testing.assert_allclose(found.expected, mean)


def test_p_is_that_of_shuffling_the_slow_way():
    x, y, when = scene(n=60, size=600.0)
    parameters = Parameters((0, 100, 200), (0, 14, 28), shuffles=4_000)
    found = near_repeat(x, y, when, parameters, generator=chance())
    rng = np.random.default_rng(3)
    tables = np.array([slow_table(x, y, rng.permutation(when), parameters) for _ in range(1_500)])
    slow = ((tables >= found.observed).sum(axis=0) + 1) / 1_501
    np.testing.assert_allclose(found.p, slow, atol=4 * np.sqrt(0.25 / 1_500))


@pytest.mark.parametrize("last", [200.0, 400.0])
def test_bands_longer_than_a_byte_can_tell_are_counted_as_well(last):
    x, y, when = scene(n=120, size=900.0)
    parameters = Parameters((0, 150, 300), (0, 7, last), "euclidean", 199)
    found = near_repeat(x, y, when, parameters, generator=chance())
    np.testing.assert_array_equal(found.observed, slow_table(x, y, when, parameters))
    assert ((found.p >= 1 / 200) & (found.p <= 1)).all()


def test_pairs_counted_eight_at_a_time_are_the_pairs_counted_one_by_one():
    """A band of 700 pairs is taken in blocks, a band of one pair never is; both see the same 128 dealings."""
    x, y, when = scene(n=90, size=700.0)
    pairs = near_pairs(x, y, np.array([0.0, 250.0]), "euclidean")
    days, limits = when[pairs.order].astype(np.int16), np.array([7, 60, 255], np.uint8)
    first, second = pairs.first[:700], pairs.second[:700]
    together, apart = np.zeros((2, 1, 3, LANES), np.int64), np.zeros((2, 700, 3, LANES), np.int64)
    for out in (together, apart):
        starts = np.linspace(0, 700, out.shape[1] + 1).astype(np.int64)
        tallies(days, np.uint64(11), 0, (first, second, starts), limits, np.int16(255), out)
    np.testing.assert_array_equal(together[:, 0], apart.sum(axis=1))
    gap = np.abs(days[first].astype(int) - days[second])
    assert together[0, 0, :, 0].tolist() == [np.count_nonzero(gap < limit) for limit in (7, 60, 255)]
    assert len({together[batch, 0, :, lane].tobytes() for batch in range(2) for lane in range(LANES)}) > 60


@pytest.mark.parametrize("gap", [1, 4, 9])
def test_every_order_of_the_days_is_equally_likely(gap):
    """Ten incidents on ten days, of which two are near: they are `gap` days apart in 2 (10 − gap) of 90 orders."""
    when = [0, gap, *(day for day in range(1, 10) if day != gap)]
    x = [0.0, 1.0, *(1_000.0 * each for each in range(1, 9))]
    parameters = Parameters((0, 10), (gap, gap + 1), shuffles=40_000)
    found = near_repeat(x, [0.0] * 10, when, parameters, generator=chance(4))
    expected = 2 * (10 - gap) / 90
    assert found.observed.tolist() == [[1]]
    assert found.p[0, 0] == pytest.approx(expected, abs=4 * np.sqrt(expected / 40_000))


# Chance, and what is not chance


def test_on_noise_p_is_below_a_level_as_often_as_the_level_says():
    rng, level, runs = np.random.default_rng(5), 0.05, 400
    parameters = Parameters((0, 150, 300), (0, 14), shuffles=199)
    ps = []
    for _ in range(runs):
        x, y, when = rng.uniform(0, 1_000, 120), rng.uniform(0, 1_000, 120), rng.integers(0, 365, 120)
        ps.append(near_repeat(x, y, when, parameters, generator=rng).p[:, 0])
    found = (np.array(ps) <= level).sum(axis=0)
    low, high = stats.binom.ppf([0.0005, 0.9995], runs, level)
    assert ((found >= low / 2) & (found <= high)).all()


def test_stopping_early_keeps_the_level_and_saves_work():
    rng, runs = np.random.default_rng(6), 300
    parameters = Parameters((0, 200), (0, 14), shuffles=1_999, stop_after=10)
    found = []
    for _ in range(runs):
        x, y, when = rng.uniform(0, 1_000, 100), rng.uniform(0, 1_000, 100), rng.integers(0, 365, 100)
        found.append(near_repeat(x, y, when, parameters, generator=rng))
    below = sum(float(each.p[0, 0]) <= 0.05 for each in found)
    assert below <= stats.binom.ppf(0.9995, runs, 0.05)
    assert np.median([each.shuffles for each in found]) < 300


def test_stopping_early_changes_only_ps_that_are_plain():
    x, y, when = scene()
    whole, early = (
        near_repeat(x, y, when, Parameters(shuffles=999, stop_after=stop), generator=chance()) for stop in (0, 20)
    )
    np.testing.assert_array_equal(whole.observed, early.observed)
    np.testing.assert_allclose(whole.p, early.p, atol=0.15)


def test_planted_repeats_are_found_where_they_were_planted():
    x, y, when = scene(n=500)
    rng = np.random.default_rng(7)
    again = rng.choice(500, 40, replace=False)
    x, y = (np.append(each, each[again] + rng.uniform(-40, 40, 40)) for each in (x, y))
    when = np.append(when, when[again] + rng.integers(0, 7, 40))
    found = near_repeat(x, y, when, Parameters((0, 100, 200, 400), (0, 7, 14, 28)), generator=chance())
    assert found.p[0, 0] == 0.001
    assert found.ratio[0, 0] > 2
    assert (found.p[1:, 1:] > 0.01).all()


def test_the_number_of_combinations_is_said_with_how_many_look_certain_by_chance():
    (note,) = near_repeat(*scene(n=50), generator=chance()).notes()
    assert note.text() == "9 combinations were tested; about 0.5 fall below p 0.05 by chance alone."


# Published


def chicago(kind):
    rows = [line.split(",") for line in shared("nearrepeat/chicago_arson.csv").read_text().splitlines()]
    x, y = (np.array([row[column] for row in rows], float).astype(kind).astype(float) for column in (0, 1))
    return x, y, np.array([row[2] for row in rows], "datetime64[D]")


def test_chicago_arson_from_coordinates_as_they_are():
    found = near_repeat(*chicago(np.float64), CHICAGO, generator=chance())
    assert found.observed.tolist() == [
        [1, 2, 0, 8],
        [8, 1, 1, 45],
        [4, 0, 0, 141],
        [6, 0, 0, 233],
        [393, 710, 770, 133658],
    ]
    assert found.p[1, 0] == found.p[3, 0] == 0.001


def test_chicago_arson_as_the_near_repeat_calculator_printed_it():
    """It keeps coordinates in single precision, and its first band is the very same place: 0.56 m apart is not."""
    same_place = Parameters((0, 0.001, 200, 400, 600, INF), CHICAGO.days)
    found = near_repeat(*chicago(np.float32), same_place, generator=chance())
    assert found.observed.tolist() == [
        [0, 2, 0, 8],
        [9, 1, 1, 45],
        [4, 0, 0, 140],
        [6, 0, 0, 234],
        [393, 710, 770, 133658],
    ]


# Time


def test_timestamps_count_by_their_calendar_day():
    x, y, when = scene()
    rng = np.random.default_rng(8)
    stamps = np.datetime64("2024-01-01T00:00") + when.astype("timedelta64[D]") + rng.integers(0, 1440, 400)
    by_day, by_stamp = (near_repeat(x, y, each, generator=chance()) for each in (when, stamps))
    np.testing.assert_array_equal(by_day.observed, by_stamp.observed)
    np.testing.assert_array_equal(by_day.p, by_stamp.p)


def test_when_time_began_does_not_matter():
    x, y, when = scene()
    early, late = (near_repeat(x, y, when + shift, generator=chance()) for shift in (-800_000, 19_000))
    np.testing.assert_array_equal(early.p, late.p)


# What is refused


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"metres": (0.0,)}, "no bands"),
        ({"metres": (0.0, 200.0, 100.0)}, "no bands"),
        ({"metres": (-1.0, 100.0)}, "no bands"),
        ({"metres": (0.0, INF, INF)}, "no bands"),
        ({"metres": (0.0, np.nan)}, "no bands"),
        ({"days": (0.0, 0.5)}, "within a day"),
        ({"metric": "by car"}, "no distance called by car"),
        ({"shuffles": 0}, "out of range"),
        ({"shuffles": 10**9}, "out of range"),
        ({"stop_after": -1}, "out of range"),
    ],
)
def test_parameters_that_make_no_table_are_refused(wrong, word):
    with pytest.raises(Refused, match=word):
        Parameters(**wrong)


@pytest.mark.parametrize(
    ("x", "y", "when", "word"),
    [
        ([], [], [], "fewer than two"),
        ([1.0], [1.0], [1], "fewer than two"),
        ([5.0] * 20, [5.0] * 20, range(20), "same place or the same day"),
        (range(20), range(20), [3] * 20, "same place or the same day"),
        (range(20), range(20), [np.nan] * 20, "missing"),
        (range(20), range(20), [0.5] * 20, "whole day"),
        (range(20), range(20), np.full(20, "NaT", "datetime64[D]"), "missing"),
        (range(20), range(20), range(0, 20_000_000, 1_000_000), "span"),
        (range(5), range(5), range(5), "fewer ways than 999"),
        (range(20), range(20), [0] * 19 + [1], "fewer ways than 999"),
        (range(20), range(20), range(19), "differ in length"),
    ],
)
def test_what_no_shuffling_can_tell_apart_is_refused(x, y, when, word):
    with pytest.raises(Refused, match=word):
        near_repeat(list(x), list(y), when if isinstance(when, np.ndarray) else list(when), generator=chance())


@pytest.mark.parametrize("heap", [45_000, 33_000])
def test_a_thousand_million_pairs_are_refused_before_any_memory_is_taken(heap):
    """A heap of incidents at one address: the estimate, or else the count, comes before the list."""
    x, when = np.append(np.zeros(heap), 9_000.0), np.arange(heap + 1) % 365
    tracemalloc.start()
    with pytest.raises(Refused, match=r"About \d+ million pairs .* last finite edge of metres"):
        near_repeat(x, np.zeros(heap + 1), when, generator=chance())
    assert tracemalloc.get_traced_memory()[1] < 30e6
    tracemalloc.stop()
