"""Change between two counts: exact, honest about few, and the same as when it is done the slow way."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from samvirke.analysis import change
from samvirke.analysis.change import (
    CERTAIN_FALL,
    CERTAIN_RISE,
    TOO_FEW,
    UNCERTAIN,
    Parameters,
    changes,
)
from samvirke.foundation.fault import Refused

few = st.integers(0, 14)
exposures = st.sampled_from([Fraction(1), Fraction(2), Fraction(1, 2), Fraction(37, 10)])


def percents(found):
    return tuple(round(100 * (end - 1)) for end in found.interval)


# Published and shown before


def test_poisson_z_of_16_to_25_is_2():
    assert change(16, 25).z_poisson == pytest.approx(2.0, abs=1e-12)


@pytest.mark.parametrize(("before", "after", "p"), [(6, 2, 0.1749), (3, 0, 0.0884)])
def test_the_e_test_gives_the_published_p_values(before, after, p):
    assert change(before, after).p_e_test == pytest.approx(p, abs=5e-5)


@pytest.mark.parametrize(
    ("before", "after", "ends", "verdict"),
    [
        (96, 61, (-55, -12), CERTAIN_FALL),
        (496, 412, (-27, -5), CERTAIN_FALL),
        (118, 109, (-29, 21), UNCERTAIN),
        (52, 71, (-6, 99), UNCERTAIN),
    ],
)
def test_the_intervals_that_the_screens_show(before, after, ends, verdict):
    found = change(before, after)
    assert percents(found) == ends
    assert found.verdict == verdict


@pytest.mark.parametrize(("before", "after"), [(9, 17), (11, 21), (4, 40), (40, 4), (0, 0), (0, 9)])
def test_too_few_is_said_when_a_count_is_below_5_or_the_ends_are_a_factor_4_apart(before, after):
    assert change(before, after).verdict == TOO_FEW


def test_a_count_below_5_is_too_few_even_where_a_lower_level_makes_the_interval_short():
    assert change(4, 400, Parameters(level=0.5)).verdict == TOO_FEW
    assert change(5, 400, Parameters(level=0.5)).verdict == CERTAIN_RISE


def test_a_plain_rise_is_certain():
    assert change(100, 157).verdict == CERTAIN_RISE


# The slow way


def slow_interval(before, after, share, level):
    """Clopper and Pearson's ends from scipy's own binomial test, turned into a ratio of rates."""
    ends = stats.binomtest(after, before + after, share).proportion_ci(level, method="exact")
    odds = share / (1 - share)
    return tuple(end / (1 - end) / odds if end < 1 else np.inf for end in (ends.low, ends.high))


@given(before=few, after=few, level=st.sampled_from([0.8, 0.95, 0.99]), exposed=exposures)
@settings(deadline=None, max_examples=150)
def test_interval_and_p_are_those_of_the_binomial_share(before, after, level, exposed):
    found = change(before, after, Parameters(exposure_after=float(exposed), level=level))
    share = float(exposed / (1 + exposed))
    if before + after:
        assert found.interval == pytest.approx(slow_interval(before, after, share, level), rel=1e-9)
        tails = stats.binom.cdf(after, before + after, share), stats.binom.sf(after - 1, before + after, share)
        assert found.p_exact == pytest.approx(min(1.0, 2 * min(tails)), rel=1e-9)


@given(before=st.integers(0, 200), after=st.integers(0, 200), exposed=exposures)
@settings(deadline=None, max_examples=200)
def test_the_interval_excludes_no_change_exactly_when_p_is_below_its_level(before, after, exposed):
    found = change(before, after, Parameters(exposure_before=float(exposed)))
    low, high = found.interval
    assert (low > 1 or high < 1) == (found.p_exact < 0.05)


def slow_e_test(before, after, base, now):
    """The definition, with fractions, so that ties are ties: sum over all pairs as far apart as these."""

    def statistic(first, second):
        if not first and not second:
            return Fraction(0)
        return (first / base - second / now) ** 2 / (first / base**2 + second / now**2)

    seen, rate = statistic(before, after), (before + after) / (base + now)
    if seen == 0:
        return 1.0
    means = float(rate * base), float(rate * now)
    first, second = (stats.poisson.pmf(np.arange(70), mean) for mean in means)
    return sum(first[i] * second[j] for i in range(70) for j in range(70) if statistic(i, j) >= seen)


@given(before=few, after=few, base=exposures, now=exposures)
@settings(deadline=None, max_examples=40)
def test_the_e_test_is_its_definition(before, after, base, now):
    parameters = Parameters(float(base), float(now))
    expected = min(1.0, slow_e_test(before, after, base, now))
    assert change(before, after, parameters).p_e_test == pytest.approx(expected, abs=1e-9)


def test_the_e_test_stays_right_for_large_counts():
    found = change(1_000_000, 1_002_000)
    assert found.p_e_test == pytest.approx(2 * stats.norm.sf(2000 / np.sqrt(2_002_000)), rel=1e-2)


def test_many_at_once_are_the_same_as_one_by_one():
    rng = np.random.default_rng(3)
    before, after, base = rng.poisson(30, 60), rng.poisson(35, 60), rng.uniform(1, 3, 60)
    many = changes(before, after, exposure_before=base)
    for row, (first, second, exposed) in enumerate(zip(before, after, base, strict=True)):
        assert many[row] == change(first, second, Parameters(exposure_before=exposed))
    assert len(many.table().rows) == len(many) == 60
    assert many.about is change.about


# Chance


def test_on_noise_it_is_certain_no_more_often_than_it_says():
    rng = np.random.default_rng(4)
    rate = rng.uniform(5, 200, 20_000)
    found = changes(rng.poisson(rate), rng.poisson(rate))
    certain = np.isin(found.verdict, (CERTAIN_FALL, CERTAIN_RISE)).sum()
    assert certain <= stats.binom.ppf(0.999, 20_000, 0.05)
    below = (found.p_e_test < 0.05).mean()
    assert 0.035 < below < 0.056


def test_the_interval_holds_the_true_ratio_as_often_as_it_says():
    rng = np.random.default_rng(5)
    found = changes(rng.poisson(np.full(10_000, 40)), rng.poisson(np.full(10_000, 60)))
    held = ((found.low <= 1.5) & (found.high >= 1.5)).mean()
    assert 0.95 <= held < 0.98


def test_a_real_fall_by_half_is_found():
    rng = np.random.default_rng(6)
    found = changes(rng.poisson(np.full(500, 100)), rng.poisson(np.full(500, 50)))
    assert (found.verdict == CERTAIN_FALL).mean() > 0.95


def test_six_changes_say_that_one_may_look_certain_by_chance_in_every_fourth_table():
    (note,) = changes([100] * 6, [110] * 6).notes()
    assert "6 changes were tested" in note.text()
    assert "26%" in note.text()
    assert changes([100], [110]).notes() == ()


# What is refused


@pytest.mark.parametrize("counts", [(-1, 5), (5, -1), (2.5, 5), (5, np.nan), (np.inf, 5), ("many", 5), (1e17, 5)])
def test_what_is_not_a_count_is_refused(counts):
    with pytest.raises(Refused):
        change(*counts)


@pytest.mark.parametrize("field", ["exposure_before", "exposure_after"])
@pytest.mark.parametrize("value", [0.0, -1.0, np.nan, np.inf])
def test_an_exposure_that_is_not_above_0_is_refused(field, value):
    with pytest.raises(Refused, match="not above 0"):
        Parameters(**{field: value})


def test_exposures_of_another_length_are_refused():
    with pytest.raises(Refused, match="differ in length"):
        changes([1, 2, 3], [1, 2, 3], exposure_after=[1.0, 2.0])


@pytest.mark.parametrize("level", [0.0, 1.0, 95.0, np.nan])
def test_a_level_outside_0_to_1_is_refused(level):
    with pytest.raises(Refused, match="level"):
        Parameters(level=level)


def test_what_cannot_be_known_is_null_in_json():
    found = change(0, 7).as_dict()
    assert found["rate_ratio"] is None
    assert found["interval"] == [pytest.approx(1.4413, abs=1e-4), None]
