"""Finds which places touch or are near each other, and adds up what lies around each of them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

QUEEN, ROOK, DISTANCE = ("queen", "rook", "distance")
Whole = NDArray[np.int64]

_SIDES = ((0, 1), (1, 0), (0, -1), (-1, 0))
_CORNERS = ((1, 1), (1, -1), (-1, 1), (-1, -1))
# Coordinates of a grid may be off by so much of a cell, and two within a millimetre are the same.
_SLACK, _HAIR = 1e-2, 1e-3
# A grid with this many holes for each of its cells is looked up by sorting, not on a board.
_HOLES, _BOARD = 16, 4_000_000
# Pairs that are looked at, about a minute of work; and the squares they are looked for in.
_MOST_PAIRS, _MOST_SQUARES = 20_000_000_000, 4_000_000


@dataclass(frozen=True)
class Around:
    """For each place: how many neighbours it has, and the sum of their counts."""

    neighbours: Whole
    total: Whole


def reach_of(contiguity: str) -> float | None:
    """The metres of `distance:m`, None for queen and rook; anything else is refused."""
    if contiguity in (QUEEN, ROOK):
        return None
    kind, _colon, metres = contiguity.partition(":")
    try:
        reach = float(metres) if kind == DISTANCE else math.nan
    except ValueError:
        reach = math.nan
    refuse_unless(
        0 < reach < math.inf,
        _("“{value}” does not say who is a neighbour."),
        _("Give queen, rook, or a distance in metres such as distance:500."),
        key="contiguity",
        value=contiguity,
    )
    return reach


def around(x: Numbers, y: Numbers, count: Whole, contiguity: str, cell: float) -> Around:
    """Neighbours by touching cells of a regular grid, or by distance."""
    reach = reach_of(contiguity)
    if reach is not None:
        return _within(x, y, count, reach)
    column, row = _steps(x, cell), _steps(y, cell)
    return _touching(column, row, count, _SIDES + (_CORNERS if contiguity == QUEEN else ()))


def _steps(along: Numbers, cell: float) -> Whole:
    """How many cells from the first each coordinate is; refused when they are no grid."""
    gaps = np.diff(np.unique(along))
    step = cell or float(gaps[gaps > _HAIR].min(initial=np.inf))
    at = (along - along.min()) / step
    whole = np.round(at)
    refuse_unless(
        bool((np.abs(at - whole) <= _SLACK).all()) and float(whole.max(initial=0)) < 2**31,
        _("The coordinates are not the cells of a regular grid."),
        _("Give one row for each cell, with its centre or corner, or choose neighbours by --contiguity distance:500."),
        column="x",
    )
    return whole.astype(np.int64)


def _touching(column: Whole, row: Whole, count: Whole, offsets: tuple[tuple[int, int], ...]) -> Around:
    """What lies in the cells beside each cell; a cell that is not there is nobody's neighbour."""
    wide, high = int(column.max()) + 3, int(row.max()) + 3
    key = (row + 1) * wide + column + 1
    find = _board(key, wide * high) if wide * high <= max(_BOARD, _HOLES * key.size) else _sorted(key)
    neighbours, total = np.zeros(key.size, np.int64), np.zeros(key.size, np.int64)
    padded = np.append(count, 0)
    for down, right in offsets:
        at = find(key + down * wide + right)
        neighbours += at >= 0
        total += padded[at]
    return Around(neighbours, total)


def _board(key: Whole, cells: int) -> Callable[[Whole], Whole]:
    board = np.full(cells, -1)
    board[key] = np.arange(key.size)
    _refuse_twice(int(np.count_nonzero(board >= 0)), key.size)
    return lambda wanted: board[wanted]


def _sorted(key: Whole) -> Callable[[Whole], Whole]:
    order = np.argsort(key)
    ordered = key[order]
    _refuse_twice(int(np.unique(ordered).size), key.size)

    def find(wanted: Whole) -> Whole:
        at = np.minimum(np.searchsorted(ordered, wanted), key.size - 1)
        return np.where(ordered[at] == wanted, order[at], -1)

    return find


def _refuse_twice(different: int, rows: int) -> None:
    refuse_unless(
        different == rows,
        _("{count} rows stand for a cell that another row stands for."),
        _("Add up the counts of each cell first, one row for each."),
        column="x",
        count=rows - different,
    )


def _within(x: Numbers, y: Numbers, count: Whole, reach: float) -> Around:
    """What lies within a distance of each place, the place itself left out."""
    # numba takes a second to load; a grid does not need it here.
    from samvirke.analysis.local.near import add_near

    wide, high = float(np.ptp(x)), float(np.ptp(y))
    side = max(reach * (1 + 1e-9), math.sqrt(wide * high / _MOST_SQUARES), max(wide, high) / _MOST_SQUARES)
    columns, rows = int(wide / side) + 1, int(high / side) + 1
    key = ((y - y.min()) / side).astype(np.int64) * columns + ((x - x.min()) / side).astype(np.int64)
    order = np.argsort(key, kind="stable")
    starts = np.searchsorted(key[order], np.arange(columns * rows + 1))
    _refuse_crowd(np.diff(starts), reach)
    neighbours, total = np.zeros(x.size, np.int64), np.zeros(x.size, np.int64)
    add_near(x[order], y[order], count[order], starts, columns, reach * reach, neighbours, total)
    found = Around(np.empty_like(neighbours), np.empty_like(total))
    found.neighbours[order], found.total[order] = neighbours, total
    return found


def _refuse_crowd(held: Whole, reach: float) -> None:
    pairs = 9 * float((held.astype(float) ** 2).sum())
    if pairs > _MOST_PAIRS:
        what = _("About {pairs} billion pairs of places would have to be looked at; the limit is {limit} billion.")
        values = {"pairs": f"{pairs / 1e9:,.0f}", "limit": _MOST_PAIRS // 10**9}
        remedy = Said(_("Give a distance below {reach} m, or fewer places."), {"reach": f"{reach:g}"})
        raise Refused.because(Said(what, values), remedy, key="contiguity")
