"""Near repeats: every pair counted once, ties and edges included, and the tables that others have printed."""

from __future__ import annotations

import tracemalloc
from itertools import permutations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.analysis.naive_knox import INF, chance, scene, slow_table
from tests.analysis.shared import shared

from samvirke.analysis import near_repeat
from samvirke.analysis.near_repeat import Parameters
from samvirke.analysis.near_repeat.pairs import near_pairs
from samvirke.foundation.fault import Refused

CHICAGO = Parameters((0, 1, 200, 400, 600, INF), (0, 1, 2, 3, INF))


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
    parameters = Parameters(metres, days, metric, shuffles=1)
    found = near_repeat(x * 50.0, y * 50.0, when, parameters, generator=chance())
    np.testing.assert_array_equal(found.observed, slow_table(x * 50.0, y * 50.0, when, parameters))


@pytest.mark.parametrize("straight", [False, True])
def test_every_near_pair_is_listed_once_in_its_band(straight):
    x, y, _when = scene(n=300, size=1_000.0)
    bands = np.array([0.0, 60.0, 150.0])
    pairs = near_pairs(x, y, bands, "euclidean" if straight else "manhattan")
    first, second = np.triu_indices(300, 1)
    dx, dy = np.abs(x[first] - x[second]), np.abs(y[first] - y[second])
    apart = np.hypot(dx, dy) if straight else dx + dy
    for band in range(2):
        mine = slice(pairs.starts[band], pairs.starts[band + 1])
        listed = np.sort(pairs.order[np.stack([pairs.first[mine], pairs.second[mine]])], axis=0)
        near = (apart >= bands[band]) & (apart < bands[band + 1])
        assert set(map(tuple, listed.T.tolist())) == set(zip(first[near].tolist(), second[near].tolist(), strict=True))
        assert listed.shape[1] == pairs.near[band]


def test_two_a_hair_less_than_the_last_edge_apart_are_near():
    """Also where the hair decides in which square an incident lies."""
    x = np.concatenate([[0.0], 100.0 * np.arange(1, 40), np.nextafter(100.0 * np.arange(2, 41), 0)])
    pairs = near_pairs(x, np.zeros_like(x), np.array([0.0, 100.0]), "euclidean")
    apart = np.abs(x[:, None] - x)[np.triu_indices(len(x), 1)]
    assert pairs.near.tolist() == [np.count_nonzero(apart < 100.0)]


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
        ({"metric": "by car"}, "“by car” is not a choice"),
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
