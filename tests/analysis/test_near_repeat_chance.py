"""Near repeats and chance: shuffles are fair, p-values keep their level, and what was planted is found."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats
from tests.analysis.naive_knox import chance, scene, slow_table

from samvirke.analysis import near_repeat
from samvirke.analysis.near_repeat import Parameters
from samvirke.analysis.near_repeat.kernels import LANES, tallies
from samvirke.analysis.near_repeat.pairs import near_pairs


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
