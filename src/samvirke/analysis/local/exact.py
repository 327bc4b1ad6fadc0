"""Exact chances of what lies around a place, without shuffling: how many ways give which sum.

Given its own count, a place's neighbours are any others. Let every place be taken with the same chance, and follow
how likely it is to have taken k places with the sum s: value by value, one step for all places that have it. Taking
the place itself out again undoes one such step. What is left for k, made to sum to 1, is the law of the sum of k
neighbours. Errors of rounding stay near 1e-15 of the most likely sum.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import njit, prange

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.local.neighbours import Around, Whole
from samvirke.foundation.words import _

# About a quarter of a minute of steps; 0.2 GB for one table; beyond so many neighbours chances leave the numbers.
_MOST_STEPS, _MOST_CELLS, _MOST_NEIGHBOURS = 2e10, 25_000_000, 400


def tails(count: Whole, found: Around) -> tuple[Numbers, Numbers]:
    """For each place the chance of at least, and of at most, what its neighbours have; nan without neighbours."""
    values, own, times = np.unique(count, return_inverse=True, return_counts=True)
    most = int(found.neighbours.max())
    highest = np.sort(count)[::-1][: most + 1]
    _refuse_size(len(values), most, int(highest[:most].sum()))
    share = min(0.5, most / count.size)
    table = _taken(values, times, highest, most, share, np.zeros((most + 1, int(highest[:most].sum()) + 1)))
    order = np.argsort(own, kind="stable")
    starts = np.append(0, np.cumsum(times))
    upper, lower = np.full(count.size, np.nan), np.full(count.size, np.nan)
    _without_itself(table, values, highest, share, order, starts, found.neighbours, found.total, upper, lower)
    return upper, lower


def _refuse_size(values: int, most: int, top: int) -> None:
    steps = values * (most + 1) * (most / 2 + 4) * (top + 1)
    fits = steps <= _MOST_STEPS and (most + 1) * (top + 1) <= _MOST_CELLS and most <= _MOST_NEIGHBOURS
    refuse_unless(
        fits,
        _("The counts or the numbers of neighbours ({most}) are too large for exact chances."),
        _("Give --shuffles 9999, or a smaller distance."),
        key="shuffles",
        most=most,
    )


@njit(cache=True, nogil=True)
def _taken(values: Any, times: Any, highest: Any, most: int, share: float, table: Any) -> Any:
    """The chance of having taken k places with the sum s, every place with chance `share`."""
    table[0, 0] = 1.0
    reach = np.zeros(most + 1, np.int64)
    for k in range(most):
        reach[k + 1] = reach[k] + highest[k]
    for at in range(values.size):
        value, many = values[at], times[at]
        chance = np.zeros(most + 1)
        for j in range(min(most, many) + 1):
            ways = math.lgamma(many + 1) - math.lgamma(j + 1) - math.lgamma(many - j + 1)
            chance[j] = math.exp(ways + j * math.log(share) + (many - j) * math.log1p(-share))
        for k in range(most, -1, -1):
            row, reached = table[k], min(reach[k], k * value)
            for s in range(reached + 1):
                row[s] *= chance[0]
            for j in range(1, min(k, many) + 1):
                _add(row, table[k - j], chance[j], j * value, reached)
    return table


@njit(cache=True, nogil=True)
def _add(row: Any, other: Any, chance: float, shift: int, reach: int) -> None:
    for s in range(shift, reach + 1):
        row[s] += chance * other[s - shift]


@njit(parallel=True, cache=True, nogil=True)
def _without_itself(
    table: Any,
    values: Any,
    highest: Any,
    share: float,
    order: Any,
    starts: Any,
    neighbours: Any,
    total: Any,
    upper: Any,
    lower: Any,
) -> None:
    """The tails of every place; places of the same count, which share a law, are one piece of work."""
    for v in prange(values.size):
        _tails_of(table, values[v], highest, share, order[starts[v] : starts[v + 1]], neighbours, total, upper, lower)


@njit(cache=True, nogil=True)
def _tails_of(
    table: Any,
    own: int,
    highest: Any,
    share: float,
    mine: Any,
    neighbours: Any,
    total: Any,
    upper: Any,
    lower: Any,
) -> None:
    """The law of sums around a place with this count, and the tails of the places that have it."""
    most = 0
    for i in mine:
        most = max(most, neighbours[i])
    law = np.zeros((most + 1, table.shape[1]))
    odds = share / (1 - share)
    for k in range(most + 1):
        for s in range(_highest(highest, own, k) + 1):
            before = law[k - 1, s - own] * odds if k > 0 and s >= own else 0.0
            law[k, s] = max(table[k, s] / (1 - share) - before, 0.0)
    up, down = np.zeros_like(law), np.zeros_like(law)
    for k in range(1, most + 1):
        held = 0.0
        for s in range(law.shape[1]):
            held += law[k, s]
            down[k, s] = held
        held = 0.0
        for s in range(law.shape[1] - 1, -1, -1):
            held += law[k, s]
            up[k, s] = held
    for i in mine:
        k = neighbours[i]
        if k > 0:
            upper[i] = min(up[k, total[i]] / up[k, 0], 1.0)
            lower[i] = min(down[k, total[i]] / up[k, 0], 1.0)


@njit(cache=True, nogil=True)
def _highest(highest: Any, own: int, k: int) -> int:
    """The highest sum of k others: the place itself is not among them."""
    found, left, skipped = 0, k, False
    for value in highest:
        if value == own and not skipped:
            skipped = True
        elif left > 0:
            found += value
            left -= 1
    return found
