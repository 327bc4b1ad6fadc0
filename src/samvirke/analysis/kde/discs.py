"""Exact density of kernels that end at the bandwidth, cell by cell instead of incident by incident.

Seen from a row of cells, all incidents of one cell reach a common stretch of it; only a few cells at both
ends of the stretch are reached by some of them and not by others. On the stretch the incidents of a cell are
one polynomial, added where it begins and taken off where it ends, and a running sum along the row does the
rest; at the ends every incident is measured. Nothing is rounded to a cell's centre.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import njit

from samvirke.analysis.kde.sorting import Sorted
from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.kit.threads import in_threads

EPANECHNIKOV, QUARTIC = 1, 2
# Rows that one thread owns at a time; fixed, so that sums do not depend on the number of threads.
_ROWS = 32
# Incidents of one cell that are taken together.
_TOGETHER = 1024
# The running sum begins anew after at least so many bandwidths: longer loses digits, shorter costs time.
_STRETCH = 4.0
# Only the order of sums is given free, for the processor's wide lanes; tests hold the error below 1e-11.
_FREE_ORDER = {"reassoc", "contract", "nsz"}


def disc_sums(points: Sorted, bandwidth: float, degree: int, rows: int, columns: int) -> Numbers:
    """For each cell the sum of (1 − d²/h²) to the power `degree` over the incidents nearer than h.

    `points` lie in the order of the same grid, widened by as many cells as h reaches.
    """
    radius = bandwidth / points.grid.cell
    inner, outer = _widths(radius)
    out = np.empty((rows, columns))
    frame = (points.grid.west, points.grid.south, 1 / points.grid.cell, radius)
    given = (points.x, points.y, points.weight, points.starts, frame, inner, outer, degree)
    in_threads(lambda block: _block(*given, block * _ROWS, out), (rows + _ROWS - 1) // _ROWS)
    return out


def _widths(radius: float) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """By distance in rows: how many columns away every incident of a cell reaches, and how many some may."""
    rows = np.arange(math.ceil(radius) + 2)
    columns = rows[:, None]
    near = np.maximum(columns - 0.5, 0) ** 2 + np.maximum(rows - 0.5, 0) ** 2 < radius**2
    all_of_it = (columns + 0.5) ** 2 + (rows + 0.5) ** 2 <= radius**2
    return all_of_it.sum(axis=0) - 1, near.sum(axis=0) - 1


@njit(inline="always", fastmath=_FREE_ORDER)
def _measured(u: Any, v: Any, w: Any, m: int, dx: float, dy: float, degree: int) -> float:
    """What the m incidents of one cell give to a cell at (dx, dy) of it, each measured."""
    total = 0.0
    for i in range(m):
        height = max(1.0 - (dx - u[i]) * (dx - u[i]) - (dy - v[i]) * (dy - v[i]), 0.0)
        total += w[i] * (height if degree == EPANECHNIKOV else height * height)
    return total


@njit(inline="always", fastmath=_FREE_ORDER)
def _polynomial(u: Any, v: Any, w: Any, m: int, shift: float, dy: float, degree: int, into: Any) -> None:
    """The coefficients by t of the sum of w · (1 − (dy − v)² − (t − u − shift)²) to its power."""
    p0 = p1 = p2 = p3 = p4 = 0.0
    for i in range(m):
        o = u[i] + shift
        a, b = 1.0 - (dy - v[i]) * (dy - v[i]) - o * o, 2.0 * o
        p4 += w[i]
        if degree == EPANECHNIKOV:
            p0 += w[i] * a
            p1 += w[i] * b
        else:
            p0 += w[i] * (a * a)
            p1 += w[i] * (2.0 * a * b)
            p2 += w[i] * (b * b - 2.0 * a)
            p3 -= w[i] * (2.0 * b)
    into[0], into[1], into[2], into[3], into[4] = p0, p1, p2, p3, p4
    if degree == EPANECHNIKOV:
        into[2], into[4] = -p4, 0.0


@njit(inline="always")
def _run(pieces: Any, ends: Any, step: float, stretch: int, row: Any) -> None:
    """Sum the pieces along one row; the last slot counts them, so that nothing is exactly nothing."""
    s0 = s1 = s2 = s3 = s4 = count = 0.0
    for q in range(row.size):
        at = q % stretch
        if at == 0:
            s0 = s1 = s2 = s3 = s4 = count = 0.0
        s0 += pieces[q, 0]
        s1 += pieces[q, 1]
        s2 += pieces[q, 2]
        s3 += pieces[q, 3]
        s4 += pieces[q, 4]
        count += pieces[q, 5]
        t = (at - stretch // 2) * step
        value = s0 + t * (s1 + t * (s2 + t * (s3 + t * s4)))
        row[q] = ends[q] + (max(value, 0.0) if count > 0.0 else 0.0)


@njit(inline="always")
def _cell(held: Any, c: int, dy: float, widths: Any, setting: Any, into: Any) -> None:
    """What the incidents of the cell in column c give to one row, `dy` away."""
    (u, v, w, m), (inside, outside), (step, stretch, degree) = held, widths, setting
    found, pieces, ends, row = into
    columns = ends.shape[1]
    for q in range(max(c - outside, 0), min(c - inside, columns)):
        ends[row, q] += _measured(u, v, w, m, (q - c) * step, dy, degree)
    for q in range(max(c + max(inside, 0) + 1, 0), min(c + outside + 1, columns)):
        ends[row, q] += _measured(u, v, w, m, (q - c) * step, dy, degree)
    first, last = max(c - inside, 0), min(c + inside + 1, columns)
    while first < last:
        origin = first - first % stretch
        _polynomial(u, v, w, m, (c - origin - stretch // 2) * step, dy, degree, found)
        for k in range(5):
            pieces[row, first, k] += found[k]
        pieces[row, first, 5] += 1.0
        if last < origin + stretch:
            for k in range(5):
                pieces[row, last, k] -= found[k]
            pieces[row, last, 5] -= 1.0
        first = origin + stretch


# Views of arrays, room taken within a loop and a check at every division would keep the loops from the wide lanes.
@njit(cache=True, nogil=True, error_model="numpy", fastmath=_FREE_ORDER)
def _block(
    x: Any, y: Any, weight: Any, starts: Any, frame: Any, inner: Any, outer: Any, degree: int, low: int, out: Any
) -> None:
    """The rows from `low` on, as many as make a block."""
    west, south, per_metre, radius = frame
    rows, columns = out.shape
    reach, step, stretch = inner.size - 1, 1.0 / radius, math.ceil(_STRETCH * radius)
    wide, high = columns + 2 * reach, min(low + _ROWS, rows)
    pieces, ends = np.zeros((high - low, columns + 1, 6)), np.zeros((high - low, columns))
    u, v, w, found = np.empty(_TOGETHER), np.empty(_TOGETHER), np.ones(_TOGETHER), np.empty(5)
    for s in range(low - reach, high + reach):
        for c in range(-reach, columns + reach):
            at = (s + reach) * wide + c + reach
            for begin in range(starts[at], starts[at + 1], _TOGETHER):
                m = min(starts[at + 1] - begin, _TOGETHER)
                for i in range(m):
                    u[i] = ((x[begin + i] - west) * per_metre - 0.5 - reach - c) * step
                    v[i] = ((y[begin + i] - south) * per_metre - 0.5 - reach - s) * step
                    if weight.size > 1:
                        w[i] = weight[begin + i]
                for r in range(max(low, s - reach), min(high, s + reach + 1)):
                    widths = (inner[abs(r - s)], outer[abs(r - s)])
                    setting = (step, stretch, degree)
                    _cell((u, v, w, m), c, (r - s) * step, widths, setting, (found, pieces, ends, r - low))
    for r in range(low, high):
        _run(pieces[r - low], ends[r - low], step, stretch, out[r])
