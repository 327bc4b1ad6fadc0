"""Which demand is within reach of which site, listed both ways, and the nearest sites of all demand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numba import njit, prange
from numpy.typing import NDArray

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _

Whole = NDArray[np.int64]
Points = tuple[Numbers, Numbers]
# 1.2 GB of lists; and the rows of distances that are held at a time.
_MOST_LISTED, _AT_ONCE = 100_000_000, 20_000_000
# What a distance in single precision may be off by, so that a proof does not lean on it.
_SINGLE = 1 - 1e-6


@dataclass(frozen=True)
class Reach:
    """Groups of demand that the same sites reach: their weight, and the lists of who reaches whom.

    The sites of group g are `sites[starts[g]:starts[g + 1]]`, rising; the groups of site i are
    `groups[begins[i]:begins[i + 1]]`.
    """

    weight: Numbers
    starts: Whole
    sites: NDArray[np.int32]
    begins: Whole
    groups: NDArray[np.int32]


def within(sites: Points, demand: Points, weight: Numbers, radius: float) -> Reach:
    """Demand by the sites that reach it; what no site reaches is left out. Refused when the lists would not fit."""
    count, mark = np.zeros(weight.size, np.int64), np.zeros((weight.size, 2), np.uint64)
    # Two random numbers for each site: demand with the same two sums is reached by the same sites.
    marks = np.random.default_rng(1).integers(0, 2**64, (sites[0].size, 2), dtype=np.uint64)
    _count(*sites, *demand, radius * radius, marks, count, mark)
    order = np.lexsort((mark[:, 0], mark[:, 1]))
    new = np.append(True, (np.diff(mark[order], axis=0) != 0).any(axis=1))
    first = order[new]
    held = np.bincount(np.cumsum(new) - 1, weight[order], first.size)
    reached = count[first] > 0
    first, held = first[reached], held[reached]
    starts = np.append(0, np.cumsum(count[first]))
    _refuse_many(int(starts[-1]))
    listed = np.empty(starts[-1], np.int32)
    _list(*sites, demand[0][first], demand[1][first], radius * radius, starts, listed)
    order = np.argsort(listed, kind="stable")
    begins = np.searchsorted(listed[order], np.arange(sites[0].size + 1))
    groups = np.repeat(np.arange(first.size, dtype=np.int32), np.diff(starts))[order]
    return Reach(held, starts, listed, begins, groups)


@njit(parallel=True, cache=True, nogil=True)
def _count(x: Any, y: Any, to_x: Any, to_y: Any, squared: float, marks: Any, count: Any, mark: Any) -> None:
    for j in prange(to_x.size):
        for i in range(x.size):
            dx, dy = x[i] - to_x[j], y[i] - to_y[j]
            if dx * dx + dy * dy <= squared:
                count[j] += 1
                mark[j, 0] += marks[i, 0]
                mark[j, 1] += marks[i, 1]


@njit(parallel=True, cache=True, nogil=True)
def _list(x: Any, y: Any, to_x: Any, to_y: Any, squared: float, starts: Any, listed: Any) -> None:
    for j in prange(to_x.size):
        at = starts[j]
        for i in range(x.size):
            dx, dy = x[i] - to_x[j], y[i] - to_y[j]
            if dx * dx + dy * dy <= squared:
                listed[at] = i
                at += 1


@dataclass(frozen=True)
class Nearest:
    """For each demand its nearest sites, nearest first: their numbers and distances.

    Sites that are not listed are at least `beyond` away, which is infinite where all are listed.
    """

    site: NDArray[np.int32]
    metres: Numbers
    beyond: Numbers


def nearest(sites: Points, demand: Points, k: int) -> Nearest:
    """As many of the nearest sites as a proof about k of them needs; refused when the lists would not fit."""
    many, rows = sites[0].size, demand[0].size
    listed = min(many, 4 * many // k + 16)
    _refuse_many(rows * listed)
    site, beyond = np.empty((rows, listed), np.int32), np.full(rows, np.inf)
    step = max(1, _AT_ONCE // many)
    for first in range(0, rows, step):
        part = slice(first, first + step)
        # Distance and number in one whole number: those order as the distances do, and ties by the number.
        apart = np.empty((demand[0][part].size, many), np.float32)
        _measure(*sites, demand[0][part], demand[1][part], apart)
        key = (apart.view(np.uint32).astype(np.uint64) << np.uint64(32)) | np.arange(many, dtype=np.uint64)
        if listed < many:
            key.partition(listed, axis=1)
            beyond[part] = (key[:, listed] >> np.uint64(32)).astype(np.uint32).view(np.float32) * _SINGLE
        site[part] = np.sort(key[:, :listed], axis=1) & np.uint64(0xFFFFFFFF)
    metres = np.empty(site.shape)
    _measure_listed(*sites, *demand, site, metres)
    return Nearest(site, metres, beyond)


@njit(parallel=True, cache=True, nogil=True)
def _measure(x: Any, y: Any, to_x: Any, to_y: Any, apart: Any) -> None:
    for j in prange(to_x.size):
        for i in range(x.size):
            dx, dy = x[i] - to_x[j], y[i] - to_y[j]
            apart[j, i] = np.sqrt(dx * dx + dy * dy)


@njit(parallel=True, cache=True, nogil=True)
def _measure_listed(x: Any, y: Any, to_x: Any, to_y: Any, site: Any, metres: Any) -> None:
    for j in prange(to_x.size):
        for at in range(site.shape[1]):
            dx, dy = x[site[j, at]] - to_x[j], y[site[j, at]] - to_y[j]
            metres[j, at] = np.sqrt(dx * dx + dy * dy)


def _refuse_many(listed: int) -> None:
    refuse_unless(
        listed <= _MOST_LISTED,
        _("About {count} million pairs of site and demand would have to be held; the limit is {limit} million."),
        _("Give fewer sites, a smaller radius, or demand added up to squares."),
        column="site_x",
        count=f"{listed / 1e6:,.0f}",
        limit=_MOST_LISTED // 10**6,
    )
