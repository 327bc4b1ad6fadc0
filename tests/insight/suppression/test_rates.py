"""Rates, shares and their differences agree with published numbers, and their intervals hold what they promise."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom, chi2, poisson

from samvirke.insight.suppression.rates import Ratio, rate, share, share_difference

# Table 1 of Garwood, Biometrika 28 (1936), two-sided 95 %: events, lower and upper end of the mean.
GARWOOD = [
    (0, 0.000, 3.689), (1, 0.0253, 5.572), (2, 0.242, 7.225), (3, 0.619, 8.767), (5, 1.623, 11.668),
    (10, 4.795, 18.390), (20, 12.217, 30.888), (50, 37.111, 65.919),
]  # fmt: skip


@pytest.mark.parametrize(("events", "low", "high"), GARWOOD)
def test_the_interval_of_a_rate_is_garwoods(events, low, high):
    found = rate(events, 1000)
    assert (found.low, found.high) == pytest.approx((low, high), abs=6e-4)


@pytest.mark.parametrize("events", [0, 1, 4, 17, 393])
def test_it_is_the_interval_that_poisson_tails_define(events):
    found = rate(events, 1000)
    assert poisson.cdf(events, found.high) == pytest.approx(0.025)
    assert found.low == pytest.approx(chi2.ppf(0.025, 2 * events) / 2 if events else 0)


def test_a_rate_is_per_so_many():
    assert rate(61, 47_800).value == pytest.approx(1.276, abs=1e-3)
    assert rate(61, 47_800, per=100_000).value == pytest.approx(127.6, abs=0.1)


@pytest.mark.parametrize("mean", [0.7, 3.0, 8.5, 40.0, 300.0])
def test_the_interval_of_a_rate_holds_the_truth_in_95_of_100(mean):
    counts = np.arange(0, int(mean + 12 * mean**0.5 + 20))
    holds = np.array([rate(int(n), 1000).low <= mean <= rate(int(n), 1000).high for n in counts])
    assert poisson.pmf(counts, mean)[holds].sum() >= 0.95


def test_simulated_counts_fall_outside_their_interval_no_more_often_than_promised():
    generator = np.random.default_rng(20240820)
    drawn = generator.poisson(12.0, 4000)
    outside = sum(not rate(int(n), 1000).low <= 12.0 <= rate(int(n), 1000).high for n in drawn)
    assert outside / 4000 <= 0.05


@pytest.mark.parametrize("whole", [0, -1])
def test_a_rate_of_nothing_is_refused(whole):
    with pytest.raises(ValueError, match="above zero"):
        rate(3, whole)


# Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3 (Wilson without continuity correction).
@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_of_a_share_is_wilsons(part, whole, low, high):
    found = share(part, whole)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize("part", [0, 281])
def test_a_share_of_nobody_or_everybody_stays_within_0_and_1(part):
    found = share(part, 281)
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_wilsons_interval_holds_the_truth_in_95_of_100_on_average():
    truths, held = np.linspace(0.05, 0.95, 19), []
    for truth in truths:
        parts = np.arange(282)
        holds = np.array([share(int(part), 281).low <= truth <= share(int(part), 281).high for part in parts])
        held.append(binom.pmf(parts, 281, truth)[holds].sum())
    assert np.mean(held) >= 0.945
    assert min(held) >= 0.93


@pytest.mark.parametrize(("part", "whole"), [(3, 0), (5, 4), (-1, 4)])
def test_a_share_that_is_no_part_of_a_whole_is_refused(part, whole):
    with pytest.raises(ValueError, match="part of a whole"):
        share(part, whole)


# Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10: first minus second proportion.
@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
    ],
)
def test_the_difference_of_two_shares_is_newcombes(first, second, low, high):
    found = share_difference(before=second, after=first)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-4)
    assert found.value == pytest.approx(first[0] / first[1] - second[0] / second[1])


def test_no_difference_lies_in_the_middle_of_its_interval():
    found = share_difference((242, 281), (242, 281))
    assert found == Ratio(0.0, pytest.approx(-found.high), found.high)
