"""Fills a grid with density: puts the incidents in order, sums the kernel, and scales the sum to the plane."""

from __future__ import annotations

import math
from dataclasses import dataclass

from samvirke.analysis.kde.discs import disc_sums
from samvirke.analysis.kde.frame import EPANECHNIKOV, QUARTIC, Grid, working
from samvirke.analysis.kde.gauss import ERROR, gauss_sums
from samvirke.analysis.kde.sorting import by_cell
from samvirke.analysis.kit.checks import Numbers

_DEGREES = {EPANECHNIKOV: 1, QUARTIC: 2}


@dataclass(frozen=True)
class Density:
    """Density by cell, how many incidents are felt in it, and the most that leaving terms out can cost a cell."""

    values: Numbers
    felt: int
    exact: bool
    error: float


def density(x: Numbers, y: Numbers, weight: Numbers | None, *, grid: Grid, kernel: str, bandwidth: float) -> Density:
    """The density of a kernel that comes to 1 over the plane for an incident of weight 1."""
    points = by_cell(x, y, weight, working(grid, kernel, bandwidth))
    area = math.pi * bandwidth**2
    if kernel in _DEGREES:
        degree = _DEGREES[kernel]
        values = disc_sums(points, bandwidth, degree, grid.rows, grid.columns)
        return Density(_scaled(values, (degree + 1) / area), points.x.size, True, 0.0)
    mass = x.size if weight is None else float(weight.sum())
    return Density(_scaled(gauss_sums(points, grid), 0.5 / area), points.x.size, False, mass * ERROR * 0.5 / area)


def _scaled(values: Numbers, factor: float) -> Numbers:
    values *= factor
    return values
