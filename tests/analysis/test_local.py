"""Local statistics: the same as by counting every possibility, ties and islands and z = 0 as they are said to be."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis import naive_local

from samvirke.analysis import local
from samvirke.analysis.local import Parameters
from samvirke.analysis.local.discoveries import false_discovery_rates
from samvirke.foundation.fault import Refused


def grid(rows, columns=None):
    """The cells of a grid, row by row."""
    y, x = np.mgrid[0:rows, 0 : columns or rows]
    return x.ravel().astype(float), y.ravel().astype(float)


@pytest.mark.parametrize("contiguity", ["queen", "rook", "distance:1.5", "distance:2"])
@pytest.mark.parametrize("statistic", ["gi-star", "gi", "moran"])
def test_the_chances_are_those_of_counting_every_possibility(statistic, contiguity):
    x, y = grid(3, 4)
    count = np.array([0, 0, 5, 1, 2, 0, 0, 9, 1, 1, 0, 3])
    around = naive_local.neighbours(x, y, contiguity)
    found = local(x, y, count, Parameters(statistic, contiguity))
    upper, lower = naive_local.tails(count, around)
    np.testing.assert_allclose(found.p_upper, upper, rtol=1e-9)
    told = found.z != 0
    np.testing.assert_allclose(found.p[told], np.minimum(upper, lower)[told], rtol=1e-9)


@given(count=st.lists(st.integers(0, 6), min_size=9, max_size=9).filter(lambda each: len(set(each)) > 1))
@settings(deadline=None, max_examples=60)
def test_the_chances_hold_for_any_counts(count):
    x, y = grid(3)
    found = local(x, y, count, Parameters(contiguity="rook"))
    upper, lower = naive_local.tails(count, naive_local.neighbours(x, y, "rook"))
    np.testing.assert_allclose(found.p_upper, upper, rtol=1e-9)
    expected = np.where(found.z == 0, 1, np.minimum(upper, lower))
    np.testing.assert_allclose(found.p, expected, rtol=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_z_and_statistic_are_those_of_the_printed_formulas(seed):
    x, y = grid(9, 7)
    count = np.random.default_rng(seed).negative_binomial(1, 0.3, x.size)
    around = naive_local.neighbours(x, y, "queen")
    np.testing.assert_allclose(local(x, y, count).z, naive_local.gi_star_z(count, around), atol=1e-12)
    found = local(x, y, count, Parameters("moran"))
    np.testing.assert_allclose(found.value, naive_local.moran(count, around), atol=1e-12)


def test_z_is_the_mean_and_deviation_of_shuffled_counts():
    x, y = grid(8)
    count = np.random.default_rng(4).poisson(2, x.size)
    around, rng = naive_local.neighbours(x, y, "queen"), np.random.default_rng(5)
    found = {each: local(x, y, count, Parameters(each)).z for each in ("gi", "moran")}
    for i in (0, 9, 20):
        others = np.delete(count, i)
        sums = np.array([rng.permutation(others)[: len(around[i])].sum() for _ in range(20_000)])
        z = (count[around[i]].sum() - sums.mean()) / sums.std()
        assert found["gi"][i] == pytest.approx(z, abs=0.05)
        assert found["moran"][i] == pytest.approx(z * np.sign(count[i] - count.mean()), abs=0.05)


def test_cells_in_any_order_and_with_holes_have_the_same_neighbours():
    rng = np.random.default_rng(6)
    x, y = grid(12, 9)
    kept = rng.permutation(x.size)[:80]
    count = rng.poisson(3, 80)
    around = naive_local.neighbours(x[kept], y[kept], "queen")
    found = local(x[kept] * 250 + 563_000.125, y[kept] * 100 + 6_257_000, count)
    assert found.neighbours.tolist() == [len(each) for each in around]
    held = found.neighbours > 0
    np.testing.assert_allclose(found.z[held], naive_local.gi_star_z(count, around)[held])


def test_a_grid_too_empty_for_a_board_is_found_by_sorting():
    x, y = grid(6)
    far = np.append(x, 3e6)
    found = local(far, np.append(y, 2e6), np.append(np.arange(36) % 5, 1))
    assert found.neighbours[:36].tolist() == [len(each) for each in naive_local.neighbours(x, y, "queen")]
    assert (found.neighbours[36], found.label[36]) == (0, "no neighbours")


def test_points_within_a_distance_are_neighbours():
    rng = np.random.default_rng(7)
    x, y = rng.uniform(0, 50, (2, 300))
    count = rng.poisson(2, 300)
    around = naive_local.neighbours(x, y, "distance:4")
    found = local(x, y, count, Parameters("gi", "distance:4"))
    assert found.neighbours.tolist() == [len(each) for each in around]
    rest = count.sum() - count
    np.testing.assert_allclose(found.value, [count[each].sum() / rest[i] for i, each in enumerate(around)])


def test_a_place_without_neighbours_has_no_z_and_is_not_among_the_tested():
    x, y = grid(4)
    found = local(np.append(x, 50.0), np.append(y, 50.0), [*range(16), 99])
    assert (found.n, found.tested) == (17, 16)
    assert np.isnan([found.z[16], found.p[16], found.q[16], found.p_upper[16]]).all()
    assert "1 places have no neighbours" in found.notes()[1].text()
    assert found.as_dict()["z"][16] is None


def test_where_z_is_exactly_0_nothing_is_significant():
    x, y = grid(3)
    count = np.array([4, 0, 4, 8, 4, 0, 4, 8, 4])
    found = local(x, y, count, Parameters("moran", "rook", fdr=0.99))
    assert (count.mean(), found.z[4], found.p[4], found.label[4]) == (4, 0, 1, "not significant")


def test_an_empty_neighbourhood_among_many_empty_cells_is_not_cold():
    """Ties count on both sides; a peer that counts them on one calls every such cell certain."""
    x, y = grid(20)
    count = np.zeros(400, int)
    count[[45, 201, 333]] = 1
    found = local(x, y, count, Parameters(shuffles=999), generator=np.random.default_rng(1))
    assert found.p[0] > 0.9
    assert local(x, y, count).p[0] > 0.9


def test_false_discovery_rates_are_benjamini_and_hochbergs():
    p = np.array([0.01, np.nan, 0.04, 0.03, 0.005])
    expected = [0.02, np.nan, 0.04, 0.04, 0.02]
    np.testing.assert_allclose(false_discovery_rates(p), expected)


def test_a_hot_corner_and_a_cold_one_are_named():
    x, y = grid(20)
    rate = np.where((x < 4) & (y < 4), 12, np.where((x > 14) & (y > 14), 0.2, 4))
    found = local(x, y, np.random.default_rng(8).poisson(rate))
    assert found.label[21] == "hot"
    assert found.label[-22] == "cold"
    assert found.significant == np.isin(found.label, ["hot", "cold"]).sum()
    assert found.table().texts()[1][5] in {"hot", "cold"}


def test_moran_tells_a_high_place_among_low_ones():
    x, y = grid(9)
    count = np.random.default_rng(9).poisson(20, 81)
    count[30:33], count[39:42], count[48:51] = 2, (2, 60, 2), 2
    found = local(x, y, count, Parameters("moran", fdr=0.2))
    assert found.label[40] == "high among low"


@pytest.mark.parametrize(
    ("words", "given", "parameters"),
    [
        ("fewer than three places", ([0, 1], [0, 0], [1, 2]), {}),
        ("same count", ([0, 1, 2], [0, 0, 0], [1, 1, 1]), {}),
        ("not the cells of a regular grid", ([0, 1, 2.4], [0, 0, 1], [1, 2, 3]), {}),
        ("stand for a cell", ([0, 1, 1, 2], [0, 0, 0, 0], [1, 2, 3, 4]), {}),
        ("No place has a neighbour", ([0, 9, 18], [0, 9, 18], [1, 2, 3]), {"contiguity": "distance:2"}),
        ("neighbour of every other", ([0, 9, 18], [0, 9, 18], [1, 2, 3]), {"contiguity": "distance:200"}),
        ("in fewer ways than 999", ([0, 1, 2, 3], [0, 0, 0, 0], [1, 2, 3, 4]), {"shuffles": 999}),
        ("There is a negative number", ([0, 1, 2], [0, 0, 0], [1, -1, 1]), {}),
        ("not whole", ([0, 1, 2], [0, 0, 0], [1, 0.5, 1]), {}),
        ("too large for exact chances", (np.arange(900), [0] * 900, np.arange(900) * 10**7), {}),
        ("too large to be added up", ([0, 1, 2], [0, 0, 0], [1, 2**52, 1]), {}),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(words, given, parameters):
    with pytest.raises(Refused, match=words):
        local(*given, Parameters(**parameters), generator=np.random.default_rng(1))


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("“astrology” is not a choice", {"statistic": "astrology"}),
        ("does not say who is a neighbour", {"contiguity": "bishop"}),
        ("does not say who is a neighbour", {"contiguity": "distance:-5"}),
        ("out of range", {"fdr": 0}),
        ("out of range", {"shuffles": -1}),
        ("out of range", {"esda_seed": 5}),
    ],
)
def test_parameters_that_make_no_sense_are_refused(words, wrong):
    with pytest.raises(Refused, match=words):
        Parameters(**wrong)


def test_too_many_pairs_are_refused_before_they_are_looked_at():
    x = np.random.default_rng(1).uniform(0, 10, 60_000)
    with pytest.raises(Refused, match="billion pairs"):
        local(x, x, np.arange(60_000) % 7, Parameters(contiguity="distance:9"))
