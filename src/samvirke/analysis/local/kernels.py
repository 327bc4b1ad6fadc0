"""The loops behind shuffled counts: draws shared by all places, and sums that are updated from one to the next.

All places share one table of draws. Draw r of place i means place r, or r + 1 from i on, since i itself stays where it
is. So from place i to i + 1 only the draws that hold i change, and only those sums are touched.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange

# Places that one thread takes in a row: enough that beginning the sums anew does not matter.
_STRETCH = 1024


@njit(cache=True, nogil=True)
def draws_as_esda(places: int, most: int, shuffles: int, seed: int) -> Any:
    """The table of draws that esda makes of this seed, with numba's own generator, which no one else here uses."""
    np.random.seed(seed)
    table = np.empty((shuffles, most), np.int32)
    for s in range(shuffles):
        table[s] = np.random.choice(places - 1, size=most, replace=False)
    return table


@njit(cache=True, nogil=True)
def by_place(table: Any, places: int) -> Any:
    """Where each place stands in the table: positions `shuffle * most + column`, in the order of places."""
    starts = np.zeros(places + 1, np.int64)
    for r in table.ravel():
        starts[r + 1] += 1
    starts = np.cumsum(starts)
    at, positions = starts[:-1].copy(), np.empty(table.size, np.int64)
    flat = table.ravel()
    for position in range(flat.size):
        positions[at[flat[position]]] = position
        at[flat[position]] += 1
    return starts, positions


@njit(parallel=True, cache=True, nogil=True)
def met(count: Any, kind: Any, kinds: Any, total: Any, table: Any, starts: Any, positions: Any, sums: Any) -> Any:
    """For each place, in how many shuffles its neighbours have at least, and at most, what they have.

    `kinds` are the different numbers of neighbours, rising, `kind` the position of each place's own among them (−1
    for a place that is not asked about). `sums` is an empty array whose type is wide enough for every sum.
    """
    places, shuffles = count.size, table.shape[0]
    least, greatest = np.zeros(places, np.int64), np.zeros(places, np.int64)
    for stretch in prange((places + _STRETCH - 1) // _STRETCH):
        held = np.zeros((kinds.size, shuffles), sums.dtype)
        first, last = stretch * _STRETCH, min((stretch + 1) * _STRETCH, places)
        _follow(count, kind, kinds, total, table, starts, positions, first, last, held, least, greatest)
    return least, greatest


@njit(cache=True, nogil=True)
def _follow(
    count: Any,
    kind: Any,
    kinds: Any,
    total: Any,
    table: Any,
    starts: Any,
    positions: Any,
    first: int,
    last: int,
    held: Any,
    least: Any,
    greatest: Any,
) -> None:
    """The places of one stretch, one after the other."""
    most = table.shape[1]
    _begin(count, kinds, table, first, held)
    for i in range(first, last):
        if i > first and count[i - 1] != count[i]:
            step = count[i - 1] - count[i]
            for at in range(starts[i - 1], starts[i]):
                shuffle, column = positions[at] // most, positions[at] % most
                for k in range(kinds.size):
                    if column < kinds[k]:
                        held[k, shuffle] += step
        if kind[i] >= 0:
            least[i], greatest[i] = _compare(held[kind[i]], total[i])


@njit(cache=True, nogil=True)
def _begin(count: Any, kinds: Any, table: Any, first: int, held: Any) -> None:
    for shuffle in range(table.shape[0]):
        upto, column = 0, 0
        for k in range(kinds.size):
            while column < kinds[k]:
                r = table[shuffle, column]
                upto += count[r + 1] if r >= first else count[r]
                column += 1
            held[k, shuffle] = upto


@njit(cache=True, nogil=True)
def _compare(held: Any, total: Any) -> Any:
    least, greatest = np.int32(0), np.int32(0)
    mine = held.dtype.type(total)
    for value in held:
        least += np.int32(value >= mine)
        greatest += np.int32(value <= mine)
    return least, greatest
