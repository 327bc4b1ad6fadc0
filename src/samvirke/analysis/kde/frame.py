"""Which cells a surface has: from the bounds that were asked for, or from how far the incidents are felt."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _

if TYPE_CHECKING:
    from samvirke.analysis.kde import Parameters

KERNELS = EPANECHNIKOV, QUARTIC, GAUSSIAN = ("epanechnikov", "quartic", "gaussian")
# A surface of 0.2 GB, and about 1 GB while it is made.
_MOST_CELLS, _MOST_WORK = 25_000_000, 100_000_000
# The Gaussian goes on for ever: it is followed for so many deviations, in boxes of a quarter of one.
GAUSSIAN_REACH, GAUSSIAN_BOXES = 7.0, 4
# How many deviations the surface itself goes beyond the outermost incident when nobody says.
_GAUSSIAN_EDGE = 4
# A cell that is short by a rounding error is no cell more.
_SLACK = 1e-9


@dataclass(frozen=True)
class Grid:
    """Square cells, counted from the west and from the south."""

    west: float
    south: float
    cell: float
    columns: int
    rows: int

    def widened(self, margin: int) -> Grid:
        """The same cells with a margin of so many more on every side."""
        west, south = self.west - margin * self.cell, self.south - margin * self.cell
        return Grid(west, south, self.cell, self.columns + 2 * margin, self.rows + 2 * margin)

    @property
    def cells(self) -> int:
        """How many there are."""
        return self.columns * self.rows

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north edge."""
        east, north = self.west + self.columns * self.cell, self.south + self.rows * self.cell
        return self.west, self.south, east, north


def frame(x: Numbers, y: Numbers, chosen: Parameters) -> Grid:
    """The grid of a surface, refused before any memory is taken when it would be too large."""
    west, south, east, north = chosen.bounds or _felt(x, y, chosen)
    columns, rows = (math.ceil(length / chosen.cell - _SLACK) for length in (east - west, north - south))
    grid = Grid(west, south, chosen.cell, max(columns, 1), max(rows, 1))
    _refuse_size(grid, chosen)
    return grid


def working(grid: Grid, kernel: str, bandwidth: float) -> Grid:
    """The grid that incidents are put in order of: it holds all that are felt in the surface."""
    if kernel != GAUSSIAN:
        return grid.widened(math.ceil(bandwidth / grid.cell) + 1)
    box = bandwidth / GAUSSIAN_BOXES
    columns, rows = (math.ceil(cells * grid.cell / box) for cells in (grid.columns, grid.rows))
    return Grid(grid.west, grid.south, box, columns, rows).widened(math.ceil(GAUSSIAN_REACH * GAUSSIAN_BOXES))


def _felt(x: Numbers, y: Numbers, chosen: Parameters) -> tuple[float, float, float, float]:
    beyond = (_GAUSSIAN_EDGE if chosen.kernel == GAUSSIAN else 1) * chosen.bandwidth
    ends = x.min() - beyond, y.min() - beyond, x.max() + beyond, y.max() + beyond
    return float(ends[0]), float(ends[1]), float(ends[2]), float(ends[3])


def _refuse_size(grid: Grid, chosen: Parameters) -> None:
    work = working(grid, chosen.kernel, chosen.bandwidth)
    over = max(grid.cells / _MOST_CELLS, work.cells / _MOST_WORK)
    refuse_unless(
        over <= 1,
        _("The grid would have {cells} million cells, {times} times more than can be held."),
        _("Take cells of at least {cell} m, or narrower bounds; look for coordinates far from the others."),
        key="cell",
        cells=f"{grid.cells / 1e6:,.1f}",
        times=f"{over:,.1f}",
        cell=math.ceil(chosen.cell * math.sqrt(over)),
    )
