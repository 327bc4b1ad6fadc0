"""Betters a choice of sites by exchanging one at a time, until no exchange brings demand nearer to its site."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import njit, prange

from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.siting.near import Nearest, Points, Whole

# Sums are formed in so many parts, whatever the number of threads, so that they are rounded alike.
PARTS = 16
_LEAST = 1e-9


class Served(NamedTuple):
    """For all demand the distances to the nearest and the next chosen site, and which is the nearest."""

    first: Numbers
    second: Numbers
    mine: Whole


def exchanged(chosen: Whole, near: Nearest, sites: Points, demand: Points, weight: Numbers) -> Whole:
    """Sites bettered by exchanging the pair that helps most, until none does (Whitaker; Resende and Werneck).

    After an exchange only the demand whose nearest or next site is another is counted again; so that rounding
    never has the last word, the sums are made anew before the choice is called the last.
    """
    chosen, every, before, anew = chosen.copy(), np.arange(weight.size), np.inf, True
    served = _served(chosen, near, sites, demand)
    gains, goods = _sums(every, served, weight, near, sites[0].size, chosen.size)
    while True:
        into, out, helps = _best_pair(chosen, served, weight, gains, goods)
        cost = float((weight * served.first).sum())
        if helps <= _LEAST * cost or cost >= before:
            if anew:
                return chosen
            gains, goods = _sums(every, served, weight, near, sites[0].size, chosen.size)
            anew = True
            continue
        before, anew = cost, False
        chosen[out] = into
        now = _served(chosen, near, sites, demand)
        changed = np.flatnonzero(np.logical_or.reduce([old != new for old, new in zip(served, now, strict=True)]))
        _count(-1.0, changed, *served, weight, near.site, near.metres, gains, goods)
        _count(1.0, changed, *now, weight, near.site, near.metres, gains, goods)
        served = now


def _served(chosen: Whole, near: Nearest, sites: Points, demand: Points) -> Served:
    first, second, mine = two_nearest(sites[0][chosen], sites[1][chosen], *demand)
    # A single site has no next one: no other lies beyond the farthest, and all are listed.
    return Served(first, np.where(np.isinf(second), near.metres[:, -1], second), mine)


def _sums(rows: Whole, served: Served, weight: Numbers, near: Nearest, many: int, k: int) -> tuple[Numbers, Numbers]:
    """What each site would save if added, and how much of the loss of each chosen one it would make good, in parts."""
    gains, goods = np.zeros((PARTS, many)), np.zeros((PARTS, many, k))
    _count(1.0, rows, *served, weight, near.site, near.metres, gains, goods)
    return gains, goods


def _best_pair(
    chosen: Whole, served: Served, weight: Numbers, gains: Numbers, goods: Numbers
) -> tuple[int, int, float]:
    """The site to add, the place among the chosen that it takes, and by how much the total falls."""
    kept = goods.sum(axis=0) - np.bincount(served.mine, weight * (served.second - served.first), chosen.size)
    kept[chosen] = -np.inf
    net = gains.sum(axis=0) + kept.max(axis=1)
    into = int(np.argmax(net))
    return into, int(np.argmax(kept[into])), float(net[into])


@njit(parallel=True, cache=True, nogil=True)
def two_nearest(x: Any, y: Any, to_x: Any, to_y: Any) -> Any:
    """The distances to the nearest and the next of some sites, and which is the nearest."""
    first, second, mine = np.empty(to_x.size), np.empty(to_x.size), np.empty(to_x.size, np.int64)
    for j in prange(to_x.size):
        a, b, at = np.inf, np.inf, 0
        for i in range(x.size):
            dx, dy = x[i] - to_x[j], y[i] - to_y[j]
            d = dx * dx + dy * dy
            if d < a:
                a, b, at = d, a, i
            elif d < b:
                b = d
        first[j], second[j], mine[j] = np.sqrt(a), np.sqrt(b), at
    return first, second, mine


@njit(parallel=True, cache=True, nogil=True)
def _count(
    sign: float, rows: Any, first: Any, second: Any, mine: Any, weight: Any, site: Any, metres: Any, gains: Any,
    goods: Any,
) -> None:  # fmt: skip
    for part in prange(PARTS):
        for row in range(rows.size * part // PARTS, rows.size * (part + 1) // PARTS):
            j = rows[row]
            heavy = sign * weight[j]
            for at in range(site.shape[1]):
                d, i = metres[j, at], site[j, at]
                if d >= second[j]:
                    break
                if d < first[j]:
                    gains[part, i] += heavy * (first[j] - d)
                    goods[part, i, mine[j]] += heavy * (second[j] - first[j])
                else:
                    goods[part, i, mine[j]] += heavy * (second[j] - d)
