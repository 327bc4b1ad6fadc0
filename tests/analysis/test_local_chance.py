"""Local statistics and chance: shuffles agree with exact chances and with esda's, noise is left alone."""

from __future__ import annotations

import numpy as np
import pytest
from tests.analysis import naive_local
from tests.analysis.test_local import grid

from samvirke.analysis import local
from samvirke.analysis.local import Parameters
from samvirke.analysis.local.neighbours import around
from samvirke.analysis.local.shuffles import _drawn, shuffled

SHUFFLES = 99_999


def noise(seed, rows=15, mean=2.0):
    x, y = grid(rows)
    return x, y, np.random.default_rng(seed).poisson(mean, x.size)


@pytest.mark.parametrize("statistic", ["gi-star", "moran"])
def test_shuffles_agree_with_exact_chances(statistic):
    given = noise(1)
    exact = local(*given, Parameters(statistic))
    drawn = local(*given, Parameters(statistic, shuffles=SHUFFLES), generator=np.random.default_rng(2))
    allowed = 5 * np.sqrt(exact.p_upper * (1 - exact.p_upper) / SHUFFLES) + 2 / SHUFFLES
    assert (np.abs(drawn.p_upper - exact.p_upper) < allowed).all()
    np.testing.assert_allclose(drawn.p, exact.p, atol=0.01)


def test_sums_that_are_updated_are_those_that_are_gathered():
    """More places than one thread takes in a row, with holes, so that cells have from none to eight neighbours."""
    rng = np.random.default_rng(3)
    x, y = grid(60)
    kept = rng.permutation(x.size)[:2400]
    count = rng.poisson(2, 2400)
    found = around(x[kept], y[kept], count, "queen", 1.0)
    least, greatest = shuffled(count, found, 50, None, np.random.default_rng(4))
    table = _drawn(2399, int(found.neighbours.max()), 50, np.random.default_rng(4))
    slow = naive_local.shuffled_tails(count, naive_local.neighbours(x[kept], y[kept], "queen"), table)
    held = found.neighbours > 0
    np.testing.assert_array_equal(np.array([least, greatest])[:, held], slow[:, held])


@pytest.mark.parametrize(("others", "most"), [(200, 8), (9, 7)])
def test_every_draw_is_as_likely_in_every_column(others, most):
    table = _drawn(others, most, 20_000, np.random.default_rng(5))
    assert (np.diff(np.sort(table, axis=1), axis=1) > 0).all()
    for column in range(most):
        held = np.bincount(table[:, column], minlength=others)
        expected = 20_000 / others
        assert ((held - expected) ** 2 / expected).sum() < others + 6 * np.sqrt(2 * others)


def test_noise_is_called_significant_no_more_often_than_allowed():
    """With no true find every find is false, so the share of maps with any is at most 5 %."""
    alarms = sum(local(*noise(seed, 12)).significant > 0 for seed in range(400))
    assert alarms <= 20 + 3 * np.sqrt(400 * 0.05 * 0.95)


def test_on_noise_an_exact_tail_is_below_any_level_as_often_as_it_says_or_less():
    tails = np.concatenate([local(*noise(seed, 12)).p_upper for seed in range(200)])
    for level in (0.01, 0.05, 0.2):
        share = (tails <= level).mean()
        assert level / 3 < share <= level * 1.05


def test_the_middle_of_a_planted_hot_spot_is_found():
    x, y = grid(20)
    planted = np.where((np.abs(x - 9) < 2) & (np.abs(y - 9) < 2), 9, 3)
    labels = [local(x, y, np.random.default_rng(seed).poisson(planted)).label for seed in range(50)]
    assert sum(each[9 * 20 + 9] == "hot" for each in labels) >= 48


def test_any_number_of_shuffles_leaves_z_as_it_is():
    given = noise(6)
    few = local(*given, Parameters(shuffles=9), generator=np.random.default_rng(1))
    np.testing.assert_array_equal(few.z, local(*given).z)
    assert "p cannot be small enough" in few.notes()[-1].text()


def _peer(rows):
    """esda, and the weights of a grid as its family makes them."""
    esda, libpysal = pytest.importorskip("esda"), pytest.importorskip("libpysal")
    return esda, libpysal.weights.lat2W(rows, rows, rook=False)


@pytest.mark.filterwarnings("ignore")
def test_the_same_as_esda_with_the_same_seed():
    """To the digits it prints (its p are single precision), where no two sums are alike."""
    esda, weights = _peer(20)
    x, y = grid(20)
    count = np.random.default_rng(7).integers(0, 10**7, 400)
    seeded = {"shuffles": 999, "esda_seed": 12345}
    gi = esda.G_Local(count.astype(float), weights, "B", 999, star=True, seed=12345, n_jobs=1)
    found = local(x, y, count, Parameters(**seeded))
    np.testing.assert_allclose(found.z, gi.Zs, atol=1e-9)
    np.testing.assert_allclose(found.value, gi.Gs, rtol=1e-12)
    np.testing.assert_allclose(found.p, gi.p_sim, atol=1e-7)
    moran = esda.Moran_Local(count.astype(float), weights, permutations=999, seed=12345)
    found = local(x, y, count, Parameters("moran", **seeded))
    np.testing.assert_allclose(found.value, moran.Is, rtol=1e-9)
    np.testing.assert_allclose(found.p, moran.p_sim, atol=1e-7)


@pytest.mark.filterwarnings("ignore")
def test_where_sums_tie_esda_counts_them_on_one_side_only():
    esda, weights = _peer(20)
    x, y, count = noise(7, 20, 5.0)
    theirs = esda.G_Local(count.astype(float), weights, "B", 999, star=True, seed=12345, n_jobs=1).p_sim
    found = local(x, y, count, Parameters(shuffles=999, esda_seed=12345))
    high = found.p_upper <= 0.5
    np.testing.assert_allclose(found.p[high], theirs[high], atol=1e-7)
    assert (found.p[~high] >= theirs[~high] - 1e-7).all()
    assert (found.p[~high] > theirs[~high] + 1e-3).mean() > 0.5
