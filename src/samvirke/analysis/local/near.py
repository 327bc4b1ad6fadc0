"""The loop that adds up what lies within a distance of each place."""

from __future__ import annotations

from typing import Any

from numba import njit, prange


@njit(parallel=True, cache=True, nogil=True)
def add_near(
    x: Any, y: Any, count: Any, starts: Any, columns: int, squared: float, neighbours: Any, total: Any
) -> None:
    """Places lie in the order of squares no narrower than the distance, so only nine squares are looked at."""
    cells = starts.size - 1
    for cell in prange(cells):
        column, row = cell % columns, cell // columns
        for i in range(starts[cell], starts[cell + 1]):
            many, held = 0, 0
            for above in range(max(row - 1, 0), min(row + 1, cells // columns - 1) + 1):
                first = above * columns + max(column - 1, 0)
                last = above * columns + min(column + 1, columns - 1)
                for j in range(starts[first], starts[last + 1]):
                    dx, dy = x[j] - x[i], y[j] - y[i]
                    if j != i and dx * dx + dy * dy <= squared:
                        many += 1
                        held += count[j]
            neighbours[i], total[i] = many, held
