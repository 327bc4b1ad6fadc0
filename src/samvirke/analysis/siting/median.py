"""Standing as near to all demand as k sites can: exchanges of one site, with a bound that no choice can pass.

The bound is Lagrange's: each demand offers a price for being served; a site earns from all whose price is above what
serving them costs. For any prices, what is offered less the k best earnings is at most what any k sites cost.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange

from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.siting.exchange import PARTS, exchanged, two_nearest
from samvirke.analysis.siting.near import Nearest, Points, Whole

_ROUNDS, _PATIENCE, _SLOWER, _SLOWEST, _CLOSE = 100, 5, 0.6, 0.01, 1e-9
# How much of the last step's direction is kept in the next (Camerini, Fratta and Maffioli).
_KEPT = 0.7
# The rounds in which the sites that earn most are bettered by exchanges.
_LOOKS = (60,)
# Demand that a first choice is made for.
_SAMPLE = 3_000


def nearest_choice(near: Nearest, sites: Points, demand: Points, weight: Numbers, k: int) -> tuple[Whole, float, float]:
    """The sites chosen, their total weighted distance, and the total that no k sites can go below."""
    many = sites[0].size
    heaviest = np.argsort(-np.bincount(near.site[:, 0], weight, many), kind="stable")[:k]
    best = _bettered(np.sort(heaviest), near, sites, demand, weight)
    cost, bound = cost_of(best, sites, demand, weight), 0.0
    limit = weight * np.where(weight > 0, near.beyond, 0.0)
    # A price between what the nearest and the next site cost is near the one that proves most.
    first, second, _mine = two_nearest(sites[0][best], sites[1][best], *demand)
    price = np.minimum(weight * (first + np.minimum(second, 3 * first)) / 2, limit)
    pace, waited, way = 1.0, 0, np.zeros(price.size)
    for rounds in range(_ROUNDS):
        earned = earnings(price, weight, near.site, near.metres, many)
        order = np.lexsort((np.arange(many), -earned))[:k]
        value = float(price.sum() - earned[order].sum())
        waited = 0 if value > bound * (1 + 1e-6) else waited + 1
        bound = max(bound, value)
        if rounds in _LOOKS:
            found = _bettered(np.sort(order), near, sites, demand, weight)
            total = cost_of(found, sites, demand, weight)
            best, cost = (found, total) if total < cost else (best, cost)
        if cost - bound <= _CLOSE * cost:
            break
        pace, waited = (pace * _SLOWER, 0) if waited == _PATIENCE else (pace, waited)
        if pace < _SLOWEST:
            break
        way = slopes(price, weight, sites[0][order], sites[1][order], *demand) + _KEPT * way
        square = float((way**2).sum())
        if square == 0:
            break
        price = np.clip(price + pace * (cost - value) / square * way, 0, limit)
    return np.sort(best), cost, min(bound, cost)


def _bettered(start: Whole, near: Nearest, sites: Points, demand: Points, weight: Numbers) -> Whole:
    """Sites bettered by exchanges, first for some of the demand and then for all of it."""
    few = slice(None, None, max(1, demand[0].size // _SAMPLE))
    part = Nearest(near.site[few], near.metres[few], near.beyond[few])
    found = exchanged(start, part, sites, (demand[0][few], demand[1][few]), weight[few])
    return exchanged(found, near, sites, demand, weight)


def cost_of(chosen: Whole, sites: Points, demand: Points, weight: Numbers) -> float:
    """The weight of all demand times its distance to the nearest chosen site."""
    return float((weight * to_nearest(sites[0][chosen], sites[1][chosen], *demand)).sum())


@njit(parallel=True, cache=True, nogil=True)
def to_nearest(x: Any, y: Any, to_x: Any, to_y: Any) -> Any:
    """The distance of each demand to the nearest of some sites."""
    found = np.empty(to_x.size)
    for j in prange(to_x.size):
        least = np.inf
        for i in range(x.size):
            dx, dy = x[i] - to_x[j], y[i] - to_y[j]
            least = min(least, dx * dx + dy * dy)
        found[j] = np.sqrt(least)
    return found


@njit(parallel=True, cache=True, nogil=True)
def earnings(price: Any, weight: Any, site: Any, metres: Any, many: int) -> Any:
    """What each site earns at these prices."""
    parts = np.zeros((PARTS, many))
    for part in prange(PARTS):
        for j in range(price.size * part // PARTS, price.size * (part + 1) // PARTS):
            for at in range(site.shape[1]):
                over = price[j] - weight[j] * metres[j, at]
                if over <= 0:
                    break
                parts[part, site[j, at]] += over
    return parts.sum(axis=0)


@njit(parallel=True, cache=True, nogil=True)
def slopes(price: Any, weight: Any, x: Any, y: Any, to_x: Any, to_y: Any) -> Any:
    """1 for demand that no chosen site serves at its price, 0 for once, −1 for twice and so on."""
    found = np.ones(price.size)
    for j in prange(price.size):
        served, reach = 0, (price[j] / weight[j]) ** 2 if weight[j] > 0 else 0.0
        for i in range(x.size):
            dx, dy = x[i] - to_x[j], y[i] - to_y[j]
            served += dx * dx + dy * dy < reach
        found[j] -= served
    return found
