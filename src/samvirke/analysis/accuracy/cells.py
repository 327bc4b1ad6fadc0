"""Which cell an incident lies in, which cells are predicted, and the plain forecast that others have to beat."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Days, Numbers
from samvirke.foundation.words import _

Whole = NDArray[np.int64]
_HAIR, _SLACK = 1e-3, 1e-2


class Cells:
    """Square cells by their middles."""

    def __init__(self, x: Numbers, y: Numbers, side: float) -> None:
        gaps = np.concatenate([np.diff(np.unique(each)) for each in (x, y)])
        self.side = side or float(gaps[gaps > _HAIR].min(initial=np.inf))
        refuse_unless(
            np.isfinite(self.side),
            _("The side of the cells cannot be seen from one of them."),
            _("Give it in metres with --cell."),
            key="cell",
        )
        self.west, self.south = float(x.min()), float(y.min())
        column, row = self._at(x, y)
        off = np.abs((x - self.west) / self.side - column).max(), np.abs((y - self.south) / self.side - row).max()
        self.columns = int(column.max()) + 1
        keys = row * self.columns + column
        self.order = np.argsort(keys, kind="stable")
        self.keys = keys[self.order]
        refuse_unless(
            max(off) <= _SLACK and bool((np.diff(self.keys) > 0).all()),
            _("The cells are not those of a regular grid, or one comes twice."),
            _("Give the middle of each cell once, or count the incidents of each cell yourself (--count)."),
            column="cell_x",
        )

    def of(self, x: Numbers, y: Numbers) -> Whole:
        """The row of the cell that each incident lies in; −1 outside all of them."""
        column, row = self._at(x, y)
        key = np.where((column >= 0) & (column < self.columns), row * self.columns + column, -1)
        at = np.minimum(np.searchsorted(self.keys, key), self.keys.size - 1)
        return np.where(self.keys[at] == key, self.order[at], -1)

    def _at(self, x: Numbers, y: Numbers) -> tuple[Whole, Whole]:
        column = np.floor((x - self.west) / self.side + 0.5).astype(np.int64)
        return column, np.floor((y - self.south) / self.side + 0.5).astype(np.int64)


def decayed_counts(cell: Whole, day: Days, cells: int, half_life: float) -> Numbers:
    """For each cell its incidents, each worth half for every `half_life` days before the last: the plain forecast."""
    held = cell >= 0
    worth = 0.5 ** ((day.max(initial=0) - day[held]) / half_life)
    return np.bincount(cell[held], worth, cells).astype(np.float64)


def highest(score: Numbers, area: Numbers, most: float) -> NDArray[np.bool_]:
    """The cells with the highest scores that fit into an area, the first row first where scores tie."""
    order = np.argsort(-score, kind="stable")
    chosen: NDArray[np.bool_] = np.zeros(score.size, bool)
    chosen[order[np.cumsum(area[order]) <= most * (1 + 1e-9)]] = True
    return chosen
