"""Covering as much demand as k sites can: greedy, then swaps, with a bound that no choice can pass.

The bound is Lagrange's: let demand j be worth less by a price, and let each site collect the prices of what it
reaches. For any prices the best k collections and what is left of the demand are at least what any k sites cover.
The prices are moved towards the lowest such bound.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.siting.near import Reach, Whole

_ROUNDS, _PATIENCE, _SLOWER, _SLOWEST, _CLOSE = 250, 6, 0.6, 2e-3, 1e-9
# How much of the last step's direction is kept in the next (Camerini, Fratta and Maffioli).
_KEPT = 0.7


def covering(reach: Reach, sites: int, k: int) -> tuple[Whole, float, float]:
    """The sites chosen, the weight they cover, and the weight that no k sites can exceed."""
    lists = (reach.starts, reach.sites, reach.begins, reach.groups)
    best = improved(np.zeros(0, np.int64), reach.weight, *lists, sites, k)
    covered = weight_of(best, reach)
    bound, price = float(reach.weight.sum()), np.zeros(reach.weight.size)
    price[:] = reach.weight * 0.5
    pace, waited, way = 1.0, 0, np.zeros(price.size)
    for _round in range(_ROUNDS):
        left, collected = collections(price, reach.weight, reach.starts, reach.sites, sites)
        order = np.lexsort((np.arange(sites), -collected))[:k]
        value = left + float(collected[order].sum())
        waited = 0 if value < bound * (1 - 1e-6) else waited + 1
        if value < bound:
            bound = value
            start = improved(np.sort(order), reach.weight, *lists, sites, k)
            if weight_of(start, reach) > covered:
                best, covered = start, weight_of(start, reach)
        if bound - covered <= _CLOSE * bound:
            break
        pace, waited = (pace * _SLOWER, 0) if waited == _PATIENCE else (pace, waited)
        if pace < _SLOWEST:
            break
        step_down(price, way, reach.weight, order, reach.begins, reach.groups, pace * (value - covered))
    return np.sort(best), covered, max(bound, covered)


def weight_of(chosen: Whole, reach: Reach) -> float:
    """The weight that some sites cover together."""
    held: NDArray[np.bool_] = np.zeros(reach.weight.size, bool)
    for i in chosen:
        held[reach.groups[reach.begins[i] : reach.begins[i + 1]]] = True
    return float(reach.weight[held].sum())


@njit(cache=True, nogil=True)
def collections(price: Numbers, weight: Numbers, starts: Any, sites: Any, many: int) -> Any:
    """What is left of the demand at these prices, and what each site collects."""
    left, collected = 0.0, np.zeros(many)
    for g in range(price.size):
        left += weight[g] - price[g]
        for at in range(starts[g], starts[g + 1]):
            collected[sites[at]] += price[g]
    return left, collected


@njit(cache=True, nogil=True)
def step_down(price: Any, way: Any, weight: Any, chosen: Any, begins: Any, groups: Any, length: float) -> None:
    """Move the prices against the slope: dearer where demand is not reached, cheaper where it is reached twice."""
    slope = np.full(price.size, -1.0)
    for i in chosen:
        for at in range(begins[i], begins[i + 1]):
            slope[groups[at]] += 1.0
    square = 0.0
    for g in range(price.size):
        # A price that stands at its end and would leave it does not count.
        if (slope[g] > 0 and price[g] <= 0) or (slope[g] < 0 and price[g] >= weight[g]):
            slope[g] = 0.0
        way[g] = slope[g] + _KEPT * way[g]
        square += way[g] * way[g]
    if square == 0:
        return
    for g in range(price.size):
        price[g] = min(max(price[g] - length / square * way[g], 0.0), weight[g])


@njit(cache=True, nogil=True)
def improved(start: Any, weight: Any, starts: Any, sites: Any, begins: Any, groups: Any, many: int, k: int) -> Any:
    """A start filled up greedily to k sites, then bettered by exchanging one site at a time until none helps."""
    chosen, size = np.empty(k, np.int64), 0
    times, gain = np.zeros(weight.size, np.int64), np.zeros(many)
    for i in range(many):
        for at in range(begins[i], begins[i + 1]):
            gain[i] += weight[groups[at]]
    taken = np.zeros(many, np.bool_)
    while size < k:
        i = start[size] if size < start.size else _best(gain, taken)
        _enter(i, 1, times, gain, weight, starts, sites, begins, groups)
        chosen[size], taken[i], size = i, True, size + 1
    bettered = True
    while bettered:
        bettered = False
        for at in range(k):
            out = chosen[at]
            _enter(out, -1, times, gain, weight, starts, sites, begins, groups)
            taken[out] = False
            i = _best(gain, taken)
            if gain[i] > gain[out] * (1 + 1e-12):
                bettered = True
            else:
                i = out
            _enter(i, 1, times, gain, weight, starts, sites, begins, groups)
            chosen[at], taken[i] = i, True
    return chosen


@njit(cache=True, nogil=True)
def _best(gain: Any, taken: Any) -> int:
    found = -1
    for i in range(gain.size):
        if not taken[i] and (found < 0 or gain[i] > gain[found]):
            found = i
    return found


@njit(cache=True, nogil=True)
def _enter(
    i: int, way: int, times: Any, gain: Any, weight: Any, starts: Any, sites: Any, begins: Any, groups: Any
) -> None:
    """Open (way 1) or close (−1) a site: what it alone covers is no gain, or a gain again, for all who reach it."""
    for at in range(begins[i], begins[i + 1]):
        g = groups[at]
        if times[g] == (0 if way > 0 else 1):
            for other in range(starts[g], starts[g + 1]):
                gain[sites[other]] -= way * weight[g]
        times[g] += way
