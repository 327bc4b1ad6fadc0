"""Turns what was given into cells, later incidents, predicted cells and a history, or refuses in words."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.accuracy.cells import Cells, Whole, highest
from samvirke.analysis.kit import coordinates, counts, days, refuse_unless, same_length
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _


def grid_of(x: ArrayLike | None, y: ArrayLike | None, n: int, side: float) -> Cells | None:
    """The grid of the cells, where their middles are given."""
    if x is None or y is None:
        return None
    middles = coordinates(x, y, "cell")
    same_length({"cell_x": middles[0], "score": np.empty(n)})
    return Cells(*middles, side)


def later_of(
    grid: Cells | None, count: ArrayLike | None, x: ArrayLike | None, y: ArrayLike | None, n: int
) -> tuple[Numbers, int]:
    """The later incidents of each cell, and how many lay outside all of them."""
    refuse_unless(
        (count is None) != (x is None or y is None) and (count is not None or grid is not None),
        _("Later incidents are needed once: as points in the cells of a grid, or as a count for each cell."),
        _("Give --test FILE and cells with x and y, or name the column with --count."),
        column="test_x",
    )
    if count is not None:
        found, outside = counts(count, "count"), 0
        same_length({"count": found, "score": np.empty(n)})
    elif grid is not None and x is not None and y is not None:
        at = grid.of(*coordinates(x, y, "test"))
        found, outside = np.bincount(at[at >= 0], minlength=n).astype(np.float64), int((at < 0).sum())
    refuse_unless(
        bool(found.sum() > 0),
        _("No later incident lies in any cell."),
        _("Choose a longer period; look whether cells and incidents are in one coordinate system."),
        column="count" if count is not None else "test_x",
    )
    return found, outside


def hot_of(score: Numbers, area: Numbers, share: float) -> NDArray[np.bool_]:
    """The cells that the map calls hot."""
    hot = highest(score, area, share * float(area.sum())) if share else score > 0
    refuse_unless(
        0 < hot.sum() < hot.size,
        _("The map calls no cell hot, or all of them."),
        _("Give --share, such as 0.05, to take the cells with the highest scores."),
        key="share",
    )
    return hot


def history_of(
    grid: Cells | None, x: ArrayLike | None, y: ArrayLike | None, time: ArrayLike | None
) -> tuple[Whole, Whole] | None:
    """The cells and days of what happened before, where they are given."""
    if x is None or y is None or time is None:
        return None
    refuse_unless(
        grid is not None,
        _("A history needs cells with coordinates."),
        _("Give x and y of each cell."),
        column="history_x",
    )
    when, where = days(time, "history_time"), coordinates(x, y, "history")
    same_length({"history_x": where[0], "history_time": when})
    return (grid.of(*where), when) if grid and when.size else None
