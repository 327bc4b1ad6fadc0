"""The evidence of a pair: mean distances in time by brute force, bins and shrinking by their definition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from samvirke.analysis.series.evidence import circular, straight
from samvirke.analysis.series.model import Component, fitted, tables

MIDDLES = (np.arange(400) + 0.5) / 400
hours = st.one_of(st.just(0.0), st.floats(0.01, 23.9))
apart = st.floats(-200, 200)


def on_a_grid(apart, one, other, turn=None):
    """The mean over 400 × 400 moments of both windows."""
    gap = apart + one * MIDDLES[:, None] - other * MIDDLES
    return np.abs(gap if turn is None else gap - turn * np.rint(gap / turn)).mean()


@given(apart, hours, hours)
@example(0.0, 5.0, 5.0)
@example(3.0, 2.0, 23.0)
@settings(deadline=None, max_examples=150)
def test_the_mean_distance_of_two_windows(apart, one, other):
    assert straight(apart, one, other) == pytest.approx(on_a_grid(apart, one, other), abs=0.002)


@given(apart, hours, hours, st.sampled_from([24.0, 168.0]))
@example(12.0, 0.0, 0.0, 24.0)
@example(-36.0, 23.0, 0.0, 24.0)
@settings(deadline=None, max_examples=150)
def test_the_mean_way_round_the_clock_of_two_windows(apart, one, other, turn):
    assert circular(apart, one, other, turn) == pytest.approx(on_a_grid(apart, one, other, turn), abs=0.002)
    assert circular(apart, one, other, turn) == pytest.approx(circular(-apart, other, one, turn), abs=1e-9)


def test_a_window_of_a_whole_turn_says_nothing():
    assert circular(3.0, 24.0, 0.5, 24.0) == circular(3.0, 0.5, 30.0, 24.0) == 6.0
    assert circular(3.0, 23.999999, 0.5, 24.0) == pytest.approx(6.0, abs=1e-4)


def test_windows_of_a_minute_and_of_a_year_lose_no_digits():
    assert straight(4000.0, 1 / 60, 8760.0) == pytest.approx(
        (4000.0**2 + (8760.0 - 4000.0) ** 2) / (2 * 8760), rel=1e-4
    )
    assert circular(1.0, 1 / 60, 1 / 60, 168.0) == pytest.approx(1.0, abs=1e-6)


def test_bins_hold_as_many_and_their_shares_are_shrunk_by_the_degrees_of_freedom():
    """Porter's rule written out: add a to each of k bins so that k(N + a)/(N + ka) is the degrees of freedom."""
    rng = np.random.default_rng(1)
    values, weight = rng.exponential(size=300), np.append(rng.uniform(0.1, 1, 40), np.ones(260))
    found = fitted("spatial", values, weight, linked=40, bins=6, freedom=3.0)
    edges = np.quantile(values, np.linspace(0, 1, 7))
    np.testing.assert_allclose(found.edges, edges)
    shares = []
    for part in (slice(0, 40), slice(40, None)):
        inside = [(low < values[part]) & (values[part] <= high) for low, high in zip(edges, edges[1:], strict=False)]
        inside[0] |= values[part] == edges[0]
        held = np.array([weight[part][each].sum() for each in inside])
        total = held.sum()
        added = (total / 6) * (6 - 3) / (3 - 1)
        assert 6 * (total + added) / (total + 6 * added) == pytest.approx(3.0)
        shares.append((held + added) / (held + added).sum())
    np.testing.assert_allclose(found.log_bayes_factor, np.log(shares[0] / shares[1]))


def test_a_manner_is_a_match_or_none():
    same = np.array([1.0, 1, 1, 0, 1, 0, 0, 0, 0, 0])
    found = fitted("entry", same, np.ones(10), linked=4, bins=0, freedom=10.0)
    np.testing.assert_allclose(found.log_bayes_factor, np.log([(1 / 4) / (5 / 6), (3 / 4) / (1 / 6)]), rtol=1e-6)
    assert (found.bin(0.0), found.bin(1.0)) == (0, 1)


def test_what_lies_beyond_all_that_was_learned_counts_as_the_nearest_bin():
    part = Component("spatial", (1.0, 2.0, 3.0), (0.5, -0.5))
    assert [part.bin(each) for each in (0.0, 1.0, 2.0, 2.5, 99.0)] == [0, 0, 0, 1, 1]
    alike = fitted("tod", np.full(20, 4.0), np.ones(20), linked=5, bins=8, freedom=4.0)
    assert alike.log_bayes_factor == (0.0,)


def test_tables_for_the_loops_are_filled_up_with_what_is_never_reached():
    parts = [Component(name, (0.0, 1.0, 2.0, 5.0), (3.0, 2.0, 1.0)) for name in "abcd"]
    edges, logs, bins = tables((*parts, Component("m", (), (-1.0, 1.0))))
    assert edges[0].tolist() == [1.0, 2.0, np.inf]
    assert logs[4].tolist() == [-1.0, 1.0, 0.0]
    assert bins.tolist() == [3, 3, 3, 3, 2]
