"""Lists every pair of incidents that are near each other, band by band, and refuses when there are too many."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.near_repeat.bands import EUCLIDEAN, Counts
from samvirke.analysis.near_repeat.kernels import count_pairs, list_pairs
from samvirke.foundation.words import _

# 0.8 GB of list; the largest district in a year stays far below.
_MOST_PAIRS = 100_000_000
# Of the pairs in neighbouring squares this share or more is within one side of each other (2/9 along streets).
_SHARE_NEAR = 0.2
# Two incidents a hair less than one side apart must not fall two squares apart by rounding.
_HAIR = 1 + 1e-9


@dataclass(frozen=True)
class Pairs:
    """Both incidents of every near pair; those of band b stand from `starts[b]` to before `starts[b + 1]`.

    Incidents are numbered in `order`, which puts neighbours together.
    """

    order: NDArray[np.int64]
    first: NDArray[np.uint32]
    second: NDArray[np.uint32]
    starts: Counts

    @property
    def near(self) -> Counts:
        """How many pairs each band has."""
        return np.diff(self.starts)


@dataclass(frozen=True)
class _Squares:
    """Incidents in the order of squares so wide that near pairs are in the same or in touching squares."""

    order: NDArray[np.int64]
    starts: Counts
    columns: int
    rows: int

    @classmethod
    def of(cls, x: Numbers, y: Numbers, reach: float) -> _Squares:
        """Squares of at least `reach`, and not many more of them than incidents."""
        wide, high = float(np.ptp(x)), float(np.ptp(y))
        side = max(reach * _HAIR, math.sqrt(wide * high / (2 * x.size)), max(wide, high) / (2 * x.size))
        columns, rows = int(wide / side) + 1, int(high / side) + 1
        key = ((y - y.min()) / side).astype(np.int64) * columns + ((x - x.min()) / side).astype(np.int64)
        order = np.argsort(key, kind="stable")
        starts = np.searchsorted(key[order], np.arange(columns * rows + 1))
        return cls(order, starts, columns, rows)

    def touching(self) -> int:
        """How many pairs are in the same or in touching squares."""
        held = np.zeros((self.rows + 1, self.columns + 2), np.int64)
        held[:-1, 1:-1] = np.diff(self.starts).reshape(self.rows, self.columns)
        here = held[:-1, 1:-1]
        around = held[:-1, 2:] + held[1:, :-2] + held[1:, 1:-1] + held[1:, 2:]
        return int((here * (here - 1) // 2 + here * around).sum())


def near_pairs(x: Numbers, y: Numbers, edges: Numbers, metric: str) -> Pairs:
    """Every pair from the first edge to before the last, by band; with fewer than two edges there is none."""
    if len(edges) < 2:
        return Pairs(np.arange(x.size), np.zeros(0, np.uint32), np.zeros(0, np.uint32), np.zeros(1, np.int64))
    reach, straight = float(edges[-1]), metric == EUCLIDEAN
    squares = _Squares.of(x, y, reach)
    _refuse_many(squares.touching() * _SHARE_NEAR, reach)
    where = x[squares.order], y[squares.order], squares.starts, squares.columns
    measured = edges**2 if straight else edges
    held = np.zeros((len(edges) - 1, x.size), np.int64)
    count_pairs(*where, measured, straight, held)
    upto = held.cumsum().reshape(held.shape)
    _refuse_many(int(upto[-1, -1]), reach)
    first, second = np.empty(upto[-1, -1], np.uint32), np.empty(upto[-1, -1], np.uint32)
    list_pairs(*where, measured, straight, upto - held, first, second)
    return Pairs(squares.order, first, second, np.append(0, upto[:, -1]))


def _refuse_many(pairs: float, reach: float) -> None:
    refuse_unless(
        pairs <= _MOST_PAIRS,
        _("About {pairs} million pairs are within {reach} m of each other; the limit is {limit} million."),
        _("Give a last finite edge of metres of about {edge}, or fewer incidents."),
        key="metres",
        pairs=f"{pairs / 1e6:,.0f}",
        reach=f"{reach:g}",
        limit=_MOST_PAIRS // 1_000_000,
        edge=f"{reach * math.sqrt(_MOST_PAIRS / max(pairs, 1)):.0f}",
    )
