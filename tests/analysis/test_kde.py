"""Density: the same as adding every incident to every cell, wherever the data lie and however they are cut up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samvirke.analysis import kde
from samvirke.analysis.kde import Parameters
from samvirke.analysis.kde.frame import KERNELS
from samvirke.analysis.kde.gauss import ERROR
from samvirke.foundation.fault import Refused

EXACT = ("epanechnikov", "quartic")
# Where Danish coordinates lie (EPSG:25832), so that digits can be lost if anybody loses them.
WEST, SOUTH = 574_000.0, 6_222_000.0


def slow(x, y, surface, weight=None):
    """Every incident added to every cell."""
    west, south, _east, _north = surface.bounds
    rows, columns = surface.shape
    east = west + (np.arange(columns) + 0.5) * surface.cell
    north = south + (np.arange(rows) + 0.5) * surface.cell
    total = np.zeros(surface.shape)
    for px, py, w in zip(x, y, np.ones(len(x)) if weight is None else weight, strict=True):
        squared = ((east - px) ** 2 + (north[:, None] - py) ** 2) / surface.bandwidth**2
        total += w * _height(surface.kernel, squared)
    return total / (np.pi * surface.bandwidth**2)


def _height(kernel, squared):
    if kernel == "gaussian":
        return np.exp(-squared / 2) / 2
    power = EXACT.index(kernel) + 1
    return (power + 1) * np.maximum(1 - squared, 0) ** power


def town(n, seed=1, size=5_000.0):
    """Incidents around a few streets and some anywhere."""
    rng = np.random.default_rng(seed)
    middle = rng.uniform(0, size, (6, 2))
    points = middle[rng.integers(0, 6, n)] + rng.normal(0, size / 40, (n, 2))
    anywhere = rng.random(n) < 0.3
    points[anywhere] = rng.uniform(0, size, (anywhere.sum(), 2))
    return points[:, 0] + WEST, points[:, 1] + SOUTH


@pytest.mark.parametrize("kernel", KERNELS)
@pytest.mark.parametrize("bandwidth", [100.0, 330.0, 1_700.0])
@pytest.mark.parametrize("weighed", [False, True])
def test_it_is_the_sum_over_every_incident(kernel, bandwidth, weighed):
    x, y = town(700)
    weight = np.random.default_rng(2).exponential(size=700) if weighed else None
    found = kde(x, y, weight, Parameters(100.0, bandwidth, kernel))
    expected = slow(x, y, found, weight)
    tolerance = 1e-11 * expected.max() if kernel in EXACT else found.error_bound
    assert np.abs(found.grid - expected).max() <= tolerance
    assert found.exact == (kernel in EXACT)
    assert (found.max, found.sum) == (found.grid.max(), pytest.approx(found.grid.sum()))


@given(
    points=st.lists(st.tuples(st.floats(-400, 1400), st.floats(-400, 1400)), min_size=1, max_size=25),
    cell=st.floats(20, 300),
    ratio=st.floats(1, 9),
    kernel=st.sampled_from(KERNELS),
)
@settings(deadline=None, max_examples=120)
def test_points_inside_outside_and_on_the_edge_of_the_bounds_count_as_far_as_they_reach(points, cell, ratio, kernel):
    x, y = np.array([*points, (500.0, 500.0)]).T
    found = kde(x, y, parameters=Parameters(cell, cell * ratio, kernel, (0.0, 0.0, 1000.0, 1000.0)))
    expected = slow(x, y, found)
    peak = len(x) / (np.pi * found.bandwidth**2)
    assert np.abs(found.grid - expected).max() <= peak * (1e-11 if kernel in EXACT else ERROR)
    assert found.bounds[2] >= 1000.0 - 1e-6
    assert found.bounds[3] - cell < 1000.0


@pytest.mark.parametrize("kernel", EXACT)
def test_where_no_incident_reaches_there_is_exactly_nothing(kernel):
    x, y = town(60)
    found = kde(x, y, parameters=Parameters(50.0, 200.0, kernel))
    assert ((found.grid == 0) == (slow(x, y, found) == 0)).all()
    assert (found.grid >= 0).all()


@pytest.mark.parametrize("kernel", KERNELS)
def test_over_all_it_comes_to_the_number_of_incidents(kernel):
    x, y = town(500)
    found = kde(x, y, parameters=Parameters(20.0, 300.0, kernel))
    assert found.integral == pytest.approx(500, rel=2e-3)


@pytest.mark.parametrize("kernel", KERNELS)
def test_a_cell_so_full_that_it_is_taken_in_parts_is_still_right(kernel):
    rng = np.random.default_rng(3)
    x, y = rng.uniform(0, 100, (2, 3_000))
    found = kde(x, y, parameters=Parameters(100.0, 450.0, kernel, (-500.0, -500.0, 600.0, 600.0)))
    expected = slow(x, y, found)
    assert np.abs(found.grid - expected).max() <= max(1e-11 * expected.max(), found.error_bound)


def test_many_incidents_over_a_long_row_lose_no_digits():
    rng = np.random.default_rng(4)
    x, y = rng.uniform(0, 60_000, 40_000) + WEST, rng.uniform(0, 400, 40_000) + SOUTH
    for kernel in EXACT:
        found = kde(x, y, parameters=Parameters(40.0, 300.0, kernel))
        row = found.shape[0] // 2
        one = slow(x, y, _one_row(found, row))
        assert np.abs(found.grid[row] - one[0]).max() <= 1e-11 * found.max


def _one_row(surface, row):
    west, south, east, _north = surface.bounds
    south += row * surface.cell
    return type("Row", (), {**vars(surface), "bounds": (west, south, east, south), "shape": (1, surface.shape[1])})


def test_the_gaussian_bound_holds_for_a_single_incident_anywhere_in_a_box():
    assert ERROR < 1e-10
    rng = np.random.default_rng(5)
    for _ in range(40):
        x, y = rng.uniform(0, 1_000, (2, 1))
        found = kde(x, y, parameters=Parameters(37.0, 150.0, "gaussian", (-500.0, -500.0, 1_500.0, 1_500.0)))
        assert np.abs(found.grid - slow(x, y, found)).max() <= ERROR / (2 * np.pi * 150.0**2) * 1.0001


def test_a_tall_gaussian_surface_made_in_tiles_has_no_seams():
    rng = np.random.default_rng(6)
    x, y = rng.uniform(0, 300, 400), rng.uniform(0, 40_000, 400)
    found = kde(x, y, parameters=Parameters(50.0, 60.0, "gaussian"))
    assert np.abs(found.grid - slow(x, y, found)).max() <= found.error_bound


@pytest.mark.parametrize("kernel", KERNELS)
def test_a_planted_cluster_is_the_highest_point(kernel):
    rng = np.random.default_rng(7)
    x = np.append(rng.uniform(0, 10_000, 500), rng.normal(7_300, 60, 80))
    y = np.append(rng.uniform(0, 10_000, 500), rng.normal(2_100, 60, 80))
    east, north = kde(x, y, parameters=Parameters(100.0, 300.0, kernel)).max_at
    assert np.hypot(east - 7_300, north - 2_100) < 200


def test_on_even_noise_no_cell_stands_out_more_than_chance_lets_it():
    """Over cells a bandwidth from the edge the mean is the true density, and the spread is the kernel's own."""
    rng, density = np.random.default_rng(8), 4e-4
    n = rng.poisson(density * 10_000**2)
    x, y = rng.uniform(0, 10_000, (2, n))
    inner = kde(x, y, parameters=Parameters(100.0, 500.0, bounds=(500.0, 500.0, 9_500.0, 9_500.0))).grid
    spread = np.sqrt(density * 4 / (3 * np.pi * 500.0**2))
    assert inner.mean() == pytest.approx(density, rel=0.02)
    assert inner.std() == pytest.approx(spread, rel=0.15)


def test_one_incident_and_many_at_one_point_are_a_kernel():
    one, many = (kde(np.full(n, 500.0), np.full(n, 500.0), parameters=Parameters(10.0, 100.0)) for n in (1, 50))
    np.testing.assert_allclose(many.grid, 50 * one.grid, rtol=1e-9, atol=1e-18)
    assert one.max == pytest.approx(2 / (np.pi * 100**2), rel=1e-2)


def test_the_order_of_the_rows_changes_nothing_but_the_last_digits():
    x, y = town(400)
    mixed = np.random.default_rng(9).permutation(400)
    one, other = (kde(x[order], y[order]).grid for order in (np.arange(400), mixed))
    np.testing.assert_allclose(one, other, rtol=1e-9, atol=1e-18)


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"cell": 0.0}, "not above 0"),
        ({"cell": np.nan}, "not above 0"),
        ({"bandwidth": np.inf}, "not above 0"),
        ({"bandwidth": 50.0}, "smaller than a cell"),
        ({"kernel": "triangle"}, "“triangle” is not a choice"),
        ({"bounds": (5.0, 0.0, 1.0, 9.0)}, "no area"),
        ({"bounds": (0.0, 0.0, np.nan, 9.0)}, "no area"),
        ({"bounds": (0.0, 0.0, 9.0)}, "no area"),
    ],
)
def test_parameters_that_make_no_surface_are_refused(wrong, word):
    with pytest.raises(Refused, match=word):
        Parameters(**wrong)


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"x": [], "y": []}, "no incidents"),
        ({"x": [1.0, 2.0], "y": [1.0]}, "differ in length"),
        ({"x": [[1.0]], "y": [[1.0]]}, "not one column"),
        ({"x": [1e12], "y": [1.0]}, "farther away"),
        ({"x": ["a"], "y": [1.0]}, "not a number"),
        ({"x": [1.0], "y": [1.0], "weight": [0.0]}, "add up to 0"),
        ({"x": [1.0], "y": [1.0], "weight": [-1.0]}, "negative"),
        ({"x": [1.0], "y": [1.0], "parameters": Parameters(bounds=(9e5, 9e5, 9.1e5, 9.1e5))}, "felt within the bounds"),
    ],
)
def test_what_makes_no_sense_is_refused(given, word):
    with pytest.raises(Refused, match=word):
        kde(**given)


@pytest.mark.parametrize(
    "parameters", [Parameters(1.0, 300.0), Parameters(60.0, 60.0, "gaussian"), Parameters(2.0, 200_000.0)]
)
def test_a_grid_that_would_not_fit_is_refused_at_once_with_the_cell_that_would(parameters):
    with pytest.raises(Refused, match=r"times more than can be held. Take cells of at least \d+ m") as refused:
        kde([0.0, 300_000.0], [0.0, 300_000.0], parameters=parameters)
    assert refused.value.faults[0].key == "cell"


def test_a_picture_of_a_large_surface_has_at_most_80_squares_a_side():
    x, y = town(50)
    found = kde(x, y, parameters=Parameters(20.0, 100.0))
    squares = found.chart()["data"]["values"]
    assert len({each["x"] for each in squares}) <= 80
    assert max(each["density"] for each in squares) <= found.max * 1e6
