"""Puts incidents in the order of a grid, so that those of one cell lie together in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

from samvirke.analysis.kde.frame import Grid
from samvirke.analysis.kit.checks import Numbers

# The parts that are counted side by side decide the order within a cell, and with it every rounding: so they
# follow from the size of the work, never from the number of threads.
_PARTS, _COUNTERS = 16, 40_000_000


@dataclass(frozen=True)
class Sorted:
    """Incidents in the order of a grid's cells; those of cell i stand from `starts[i]` to before `starts[i + 1]`."""

    grid: Grid
    x: Numbers
    y: Numbers
    weight: Numbers
    starts: NDArray[np.int64]


def by_cell(x: Numbers, y: Numbers, weight: Numbers | None, grid: Grid) -> Sorted:
    """The incidents that lie within a grid, in its order; each weighs 1 when there are no weights."""
    weight = np.ones(1) if weight is None else weight
    west, south, east, north = grid.bounds
    inside = (x >= west) & (x < east) & (y >= south) & (y < north)
    if not inside.all():
        x, y, weight = x[inside], y[inside], weight[inside] if weight.size > 1 else weight
    cells = grid.cells
    key = np.empty(x.size, np.int32)
    held = np.zeros((max(1, min(_PARTS, _COUNTERS // cells)), cells), np.int32)
    frame = (grid.west, grid.south, 1 / grid.cell)
    _count(x, y, frame, grid.columns, grid.rows, key, held)
    starts = _begin(held)
    sorted_x, sorted_y = np.empty_like(x), np.empty_like(y)
    sorted_weight = np.empty_like(x) if weight.size > 1 else weight
    _place(x, y, weight, key, held, sorted_x, sorted_y, sorted_weight)
    return Sorted(grid, sorted_x, sorted_y, sorted_weight, starts)


@njit(parallel=True, cache=True, nogil=True)
def _count(x: Any, y: Any, frame: Any, columns: int, rows: int, key: Any, held: Any) -> None:
    west, south, per_metre = frame
    n, parts = x.size, held.shape[0]
    for part in prange(parts):
        mine = held[part]
        for i in range(n * part // parts, n * (part + 1) // parts):
            column = min(int((x[i] - west) * per_metre), columns - 1)
            row = min(int((y[i] - south) * per_metre), rows - 1)
            key[i] = row * columns + column
            mine[key[i]] += 1


@njit(cache=True, nogil=True)
def _begin(held: Any) -> Any:
    """Turn counts into the position where each part begins in each cell; give where each cell begins."""
    starts = np.empty(held.shape[1] + 1, np.int64)
    position = 0
    for cell in range(held.shape[1]):
        starts[cell] = position
        for part in range(held.shape[0]):
            position, held[part, cell] = position + held[part, cell], position
    starts[-1] = position
    return starts


@njit(parallel=True, cache=True, nogil=True)
def _place(x: Any, y: Any, weight: Any, key: Any, held: Any, new_x: Any, new_y: Any, new_weight: Any) -> None:
    n, parts = x.size, held.shape[0]
    for part in prange(parts):
        mine = held[part]
        for i in range(n * part // parts, n * (part + 1) // parts):
            to = mine[key[i]]
            mine[key[i]] = to + 1
            new_x[to] = x[i]
            new_y[to] = y[i]
            if weight.size > 1:
                new_weight[to] = weight[i]
