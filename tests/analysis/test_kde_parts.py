"""The parts that a surface is made of: the order of incidents, the reach of a cell, and the Gaussian's terms."""

from __future__ import annotations

import numpy as np
import pytest

from samvirke.analysis.kde.discs import _widths
from samvirke.analysis.kde.frame import GAUSSIAN_BOXES, Grid, working
from samvirke.analysis.kde.gauss import _hermite
from samvirke.analysis.kde.sorting import by_cell

GRID = Grid(1_000.0, 2_000.0, 50.0, 8, 5)


def incidents(n=500):
    rng = np.random.default_rng(1)
    return rng.uniform(900, 1_500, n), rng.uniform(1_900, 2_350, n), np.arange(n, dtype=float)


def test_every_incident_within_the_grid_stands_once_in_its_own_cell():
    x, y, mark = incidents()
    found = by_cell(x, y, mark, GRID)
    west, south, east, north = GRID.bounds
    inside = (x >= west) & (x < east) & (y >= south) & (y < north)
    assert sorted(found.weight) == sorted(mark[inside])
    assert found.starts[-1] == inside.sum()
    cell = np.repeat(np.arange(GRID.cells), np.diff(found.starts))
    assert ((found.x - west) // 50 == cell % 8).all()
    assert ((found.y - south) // 50 == cell // 8).all()


def test_within_a_cell_incidents_keep_their_order():
    x, y, mark = incidents(20_000)
    found = by_cell(x, y, mark, GRID)
    cell = np.repeat(np.arange(GRID.cells), np.diff(found.starts))
    assert (np.diff(found.weight)[np.diff(cell) == 0] > 0).all()


def test_without_weights_each_weighs_one_and_takes_no_memory():
    x, y, _mark = incidents()
    assert by_cell(x, y, None, GRID).weight.tolist() == [1.0]


def test_a_widened_grid_has_its_cells_where_they_were():
    wide = GRID.widened(3)
    assert (wide.west + 3 * 50, wide.south + 3 * 50) == (GRID.west, GRID.south)
    assert (wide.columns, wide.rows) == (14, 11)


@pytest.mark.parametrize(("kernel", "bandwidth"), [("epanechnikov", 120.0), ("gaussian", 120.0)])
def test_the_working_grid_holds_everything_that_is_felt(kernel, bandwidth):
    west, south, east, north = working(GRID, kernel, bandwidth).bounds
    beyond = bandwidth * (7 if kernel == "gaussian" else 1)
    assert west <= GRID.west - beyond
    assert south <= GRID.south - beyond
    assert east >= GRID.bounds[2] + beyond
    assert north >= GRID.bounds[3] + beyond


@pytest.mark.parametrize("radius", [1.0, 1.5, 2.0, 3.3, 7.5, 15.0])
def test_the_reach_of_a_cell_is_that_of_its_corners(radius):
    """`inner`: all incidents of the cell reach that far; `outer`: at least one place in the cell does."""
    inner, outer = _widths(radius)
    sides = np.linspace(-0.5, 0.5, 41)
    x, y = (each.ravel() for each in np.meshgrid(sides, sides))
    for rows in range(len(inner)):
        for columns in range(len(inner)):
            squared = (columns - x) ** 2 + (rows - y) ** 2
            assert (columns <= inner[rows]) == (squared.max() <= radius**2)
            assert (columns <= outer[rows]) == (squared.min() < radius**2)


def test_the_terms_add_up_to_the_gaussian():
    z, u = np.linspace(-6, 6, 49)[None, :], 0.37
    terms = _hermite(z)[0]
    powers = u ** np.arange(len(terms))
    np.testing.assert_allclose(powers @ terms, np.exp(-((z[0] - u / GAUSSIAN_BOXES) ** 2) / 2), atol=1e-11)
