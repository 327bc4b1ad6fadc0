"""Density of the Gaussian kernel by a fast Gauss transform: incidents of a small box act through its moments.

exp(−(z − du)²/2) is the sum over a of exp(−z²/2) · He_a(z) · (du)^a / a!, with He_a Hermite's polynomials: of
the incidents (the u) only the sums of powers matter, and those are taken once for each box. Cut off after
`_TERMS` powers and `GAUSSIAN_REACH` standard deviations, the error of one incident stays below `ERROR` of its peak.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import njit, prange

from samvirke.analysis.kde.frame import GAUSSIAN_BOXES, GAUSSIAN_REACH, Grid
from samvirke.analysis.kde.sorting import Sorted
from samvirke.analysis.kit.checks import Numbers

_TERMS = 10
_FREE_ORDER = {"reassoc", "contract", "nsz"}
# Rows of cells that are made at once, in reaches: higher takes memory, lower does work twice.
_TILE = 4.0


def _worst() -> float:
    """The most that what is cut off can be, for one incident, against a peak of 1.

    By Cramér |He_a(z)| exp(−z²/4) ≤ 1.0866 √a!, and by Cauchy and Schwarz the terms of order s in two
    dimensions add up to at most 1.0866² (1/8)^s √((s + 1) 2^s / s!).
    """
    orders = range(_TERMS, 60)
    terms = sum((0.5 / GAUSSIAN_BOXES) ** s * math.sqrt((s + 1) * 2**s / math.factorial(s)) for s in orders)
    return 1.0866**2 * terms + math.exp(-(GAUSSIAN_REACH**2) / 2)


ERROR = _worst()


def gauss_sums(points: Sorted, grid: Grid) -> Numbers:
    """For each cell of a grid the sum of exp(−d²/2σ²); `points` lie in the order of boxes."""
    out = np.empty((grid.rows, grid.columns))
    from_west = _influence(points.grid, points.grid.west, grid.west, grid.cell, grid.columns, points.grid.columns)
    from_south = _influence(points.grid, points.grid.south, grid.south, grid.cell, grid.rows, points.grid.rows)
    height = math.ceil(_TILE * 2 * GAUSSIAN_REACH * GAUSSIAN_BOXES * points.grid.cell / grid.cell)
    for low in range(0, grid.rows, height):
        high = min(low + height, grid.rows)
        first, last = _felt(from_south[1], low, high)
        rows = np.zeros((last - first, _TERMS, grid.columns))
        _along(points.x, points.y, points.weight, points.starts, _frame(points.grid), first, *from_west, rows)
        _across(rows, first, *from_south, low, out[low:high])
    return out


def _frame(grid: Grid) -> tuple[float, float, float, int]:
    return grid.west, grid.south, 1 / grid.cell, grid.columns


def _influence(
    grid: Grid, edge: float, begin: float, cell: float, cells: int, count: int
) -> tuple[Numbers, np.ndarray[Any, np.dtype[np.int64]]]:
    """What power a of box b gives to the cells it is felt in: values [b, a, cell], and the first cell and number."""
    deviation = grid.cell * GAUSSIAN_BOXES
    centre = edge + (np.arange(count) + 0.5) * grid.cell
    nearest = (centre - begin) / cell - 0.5
    far = (GAUSSIAN_REACH + 0.5 / GAUSSIAN_BOXES) * deviation / cell
    first = np.clip(np.ceil(nearest - far), 0, cells).astype(np.int64)
    last = np.clip(np.floor(nearest + far) + 1, 0, cells).astype(np.int64)
    felt = np.column_stack([first, np.maximum(last, first)])
    at = first[:, None] + np.arange(max(int((last - first).max(initial=0)), 1))
    z = (at - nearest[:, None]) * cell / deviation
    return _hermite(z), felt


def _hermite(z: Numbers) -> Numbers:
    """exp(−z²/2) He_a(z) / a! · (1/boxes)^a for a below the number of terms, as values [b, a, cell]."""
    values = np.empty((z.shape[0], _TERMS, z.shape[1]))
    values[:, 0] = np.exp(-(z**2) / 2)
    values[:, 1] = z * values[:, 0]
    for a in range(2, _TERMS):
        values[:, a] = z * values[:, a - 1] - (a - 1) * values[:, a - 2]
    scale = [(1 / GAUSSIAN_BOXES) ** a / math.factorial(a) for a in range(_TERMS)]
    return values * np.array(scale)[:, None]


def _felt(cells: np.ndarray[Any, np.dtype[np.int64]], low: int, high: int) -> tuple[int, int]:
    """The first box felt in cells low to high, and the one after the last."""
    found = np.flatnonzero((cells[:, 0] < high) & (cells[:, 1] > low))
    return int(found[0]), int(found[-1]) + 1


@njit(inline="always", fastmath=_FREE_ORDER)
def _moments(x: Any, y: Any, weight: Any, begin: int, end: int, middle: Any, moments: Any) -> None:
    """The sums of u^a v^b over the incidents of one box, for a + b below the number of terms."""
    moments[:] = 0.0
    middle_x, middle_y, per_metre = middle
    powers = np.empty(_TERMS)
    for i in range(begin, end):
        u, v = (x[i] - middle_x) * per_metre, (y[i] - middle_y) * per_metre
        powers[0] = 1.0
        for a in range(1, _TERMS):
            powers[a] = powers[a - 1] * u
        power = weight[i] if weight.size > 1 else 1.0
        for b in range(_TERMS):
            for a in range(_TERMS - b):
                moments[b, a] += power * powers[a]
            power *= v


@njit(parallel=True, cache=True, nogil=True, fastmath=_FREE_ORDER)
def _along(x: Any, y: Any, weight: Any, starts: Any, frame: Any, first: int, values: Any, felt: Any, rows: Any) -> None:
    """For each row of boxes and each power of v, the sum along x."""
    west, south, per_metre, columns = frame
    for s in prange(rows.shape[0]):
        moments, row = np.empty((_TERMS, _TERMS)), s + first
        for c in range(columns):
            begin, end = starts[row * columns + c], starts[row * columns + c + 1]
            if begin < end:
                middle = (west + (c + 0.5) / per_metre, south + (row + 0.5) / per_metre, per_metre)
                _moments(x, y, weight, begin, end, middle, moments)
                low, high = felt[c]
                for b in range(_TERMS):
                    line = rows[s, b, low:high]
                    for a in range(_TERMS - b):
                        for q in range(high - low):
                            line[q] += moments[b, a] * values[c, a, q]


@njit(parallel=True, cache=True, nogil=True, fastmath=_FREE_ORDER)
def _across(rows: Any, first: int, values: Any, felt: Any, low: int, out: Any) -> None:
    """The sum across the rows of boxes, one row of cells at a time."""
    for r in prange(out.shape[0]):
        line = out[r]
        line[:] = 0.0
        for s in range(rows.shape[0]):
            begin, end = felt[s + first]
            if begin <= r + low < end:
                for b in range(_TERMS):
                    factor = values[s + first, b, r + low - begin]
                    for q in range(line.size):
                        line[q] += factor * rows[s, b, q]
        for q in range(line.size):
            line[q] = max(line[q], 0.0)
