"""What a comparison needs: whether two series moved alike, how much they vary, areas in turn, two published shares."""

from __future__ import annotations

import numpy as np
import pytest

from samvirke.analysis.effect.parallel import ALIKE, APART, CANNOT_TELL, parallel
from samvirke.analysis.effect.spread import blocks, spread_of, widened
from samvirke.analysis.effect.staggered import staggered
from samvirke.analysis.survey.shares import Stated, change_of_shares
from samvirke.foundation.fault import Refused

YEARS = 28 / 365.25


def test_the_trend_is_that_of_a_plain_logistic_regression_by_another_way():
    rng = np.random.default_rng(1)
    one, other = rng.poisson(30, 26), rng.poisson(45, 26)
    found = parallel(one, other, YEARS)
    # By brute force: the slope at which the likelihood is highest.
    when = (np.arange(26) - 12.5) * YEARS
    best = max(
        ((a, b) for a in np.linspace(-0.7, -0.1, 121) for b in np.linspace(-0.5, 0.5, 201)),
        key=lambda pair: float(
            (one * (pair[0] + pair[1] * when) - (one + other) * np.log1p(np.exp(pair[0] + pair[1] * when))).sum()
        ),
    )
    assert np.log(found.trend) == pytest.approx(best[1], abs=0.01)
    assert found.verdict == ALIKE
    assert found.interval[0] < found.trend < found.interval[1]


def test_on_parallel_series_they_are_called_apart_no_more_often_than_asked():
    rng = np.random.default_rng(2)
    season = np.exp(0.3 * np.sin(np.arange(26) / 13 * 2 * np.pi))
    verdicts = [parallel(rng.poisson(20 * season), rng.poisson(40 * season), YEARS).verdict for _one in range(1000)]
    assert 10 <= verdicts.count(APART) <= 70


def test_series_that_part_are_seen_and_few_incidents_tell_nothing():
    step = np.arange(26)
    assert parallel(20 + 2 * step, np.full(26, 45), YEARS).verdict == APART
    assert parallel(np.full(26, 0) + (step == 3), np.full(26, 5), YEARS).verdict == CANNOT_TELL
    assert parallel(np.full(4, 50), np.full(4, 50), YEARS).verdict == CANNOT_TELL
    assert parallel(np.zeros(9), np.full(9, 5), YEARS).verdict == CANNOT_TELL


def test_the_spread_is_that_of_the_counts_and_never_narrows_an_interval():
    rng = np.random.default_rng(3)
    calm = [spread_of([(rng.poisson(30, 26), rng.poisson(60, 26))])[0] for _one in range(300)]
    wild = [
        spread_of([(rng.negative_binomial(15, 1 / 3, 26), rng.negative_binomial(30, 1 / 3, 26))])[0]
        for _one in range(300)
    ]
    assert np.mean(calm) == pytest.approx(1, abs=0.05)
    assert np.mean(wild) == pytest.approx(3, abs=0.2)
    assert widened(0.5, 20, 0.95) == 1
    assert widened(2.0, 5, 0.95) > widened(2.0, 50, 0.95) > 2
    assert spread_of([(np.zeros(3), np.zeros(3))]) == (1.0, 0)


def test_stretches_count_each_day_once_and_leave_out_what_lies_outside():
    days = np.array([-1.0, 0, 27, 28, 55, 56, 84])
    assert blocks(days, 0, 28, 3).tolist() == [2, 2, 1]


def test_areas_in_turn_by_hand_and_what_cannot_be_told_apart():
    count = np.array([[40.0, 40, 20, 20], [80, 80, 80, 80]])
    begun = np.array([[False, False, True, True], [False] * 4])
    found = staggered(count, begun)
    assert found.ratio == pytest.approx(0.5)
    assert found.interval[0] < 0.5 < found.interval[1] < 1
    assert (found.before, found.after) == (400, 40)
    for bad in (np.zeros_like(begun), np.ones_like(begun)):
        with pytest.raises(Refused, match="cannot be told apart"):
            staggered(count, bad)


def test_two_shares_with_n_and_a_share_without():
    apart, low, high = change_of_shares(Stated(0.60, 400), Stated(0.75, 420))
    assert (apart, low > 0.08, high < 0.22) == (pytest.approx(0.15), True, True)
    wide = change_of_shares(Stated(0.60, 400, 2.0), Stated(0.75, 420, 2.0))
    assert wide[1] < low
    assert wide[2] > high
    assert Stated(0.0, 20).interval(0.95)[0] == 0
    for wrong in ({"n": 0}, {"share": 1.2}, {"design": 0.0}):
        with pytest.raises(Refused):
            Stated(**{"share": 0.5, "n": 10} | wrong)


def test_shares_hold_the_truth_as_often_as_they_say():
    rng = np.random.default_rng(4)
    held = 0
    for one, other in rng.binomial(200, [0.6, 0.7], (1000, 2)).tolist():
        _apart, low, high = change_of_shares(Stated(one / 200, 200), Stated(other / 200, 200))
        held += low <= 0.1 <= high
    assert 940 <= held <= 990
