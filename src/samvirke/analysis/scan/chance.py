"""Deals the cases out again as chance would: by replicate number, so that threads change nothing."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import njit, uint64

_STEP, _MIX, _MELT = uint64(0x9E3779B97F4A7C15), uint64(0xBF58476D1CE4E5B9), uint64(0x94D049BB133111EB)
SHUFFLED, DRAWN, CHOSEN = 0, 1, 2


class Deal(NamedTuple):
    """How one replicate is made: as cells, which are place × intervals + interval.

    SHUFFLED: `cards` are the places of all cases; the first `draws` of them get the intervals `rows`.
    CHOSEN: `cards` are the cells of all persons, negative where nobody looks; `draws` of them are cases.
    DRAWN: `draws` cases fall on cells by their chance (Walker's table); the cell behind the last counts for nothing.
    """

    kind: int
    key: Any
    intervals: int
    draws: int
    cards: Any
    rows: Any
    keep: Any
    other: Any


@njit(inline="always")
def _next(state: Any) -> Any:
    """The next state of a counter and 64 random bits (splitmix64)."""
    state += _STEP
    z = (state ^ (state >> uint64(30))) * _MIX
    z = (z ^ (z >> uint64(27))) * _MELT
    return state, z ^ (z >> uint64(31))


@njit(inline="always")
def _below(state: Any, limit: int) -> Any:
    """The next state and an even draw from 0 to before `limit` (Lemire's rejection)."""
    while True:
        state, bits = _next(state)
        product = (bits >> uint64(32)) * uint64(limit)
        low = product & uint64(0xFFFFFFFF)
        if low >= uint64(limit) or low >= (uint64(1 << 32) - uint64(limit)) % uint64(limit):
            return state, product >> uint64(32)


@njit(inline="always")
def _begin(key: Any, number: int) -> Any:
    """Where the chance of one replicate begins."""
    state = key + uint64(number) * _MELT
    return (state ^ (state >> uint64(29))) * _MIX


@njit(cache=True, nogil=True)
def deal(how: Any, number: int, hand: Any, swapped: Any, cells: Any) -> int:
    """Write the cells of the cases of replicate `number`, and say how many there are.

    `hand` holds a copy of the cards and is left as it was.
    """
    state = _begin(how.key, number)
    if how.kind == DRAWN:
        return _drawn(how, state, cells)
    count = 0
    for at in range(how.draws):
        state, skip = _below(state, hand.size - at)
        to = at + np.int64(skip)
        hand[at], hand[to] = hand[to], hand[at]
        swapped[at] = to
        cell = hand[at] * how.intervals + how.rows[at] if how.kind == SHUFFLED else hand[at]
        if cell >= 0:
            cells[count] = cell
            count += 1
    for at in range(how.draws - 1, -1, -1):
        to = swapped[at]
        hand[at], hand[to] = hand[to], hand[at]
    return count


@njit(inline="always")
def _drawn(how: Any, state: Any, cells: Any) -> int:
    count, nowhere = 0, how.keep.size - 1
    for _case in range(how.draws):
        state, cell = _below(state, how.keep.size)
        state, bits = _next(state)
        cell = np.int64(cell)
        if bits >= how.keep[cell]:
            cell = how.other[cell]
        if cell != nowhere:
            cells[count] = cell
            count += 1
    return count


@njit(cache=True, nogil=True)
def walker(weights: Any, keep: Any, other: Any) -> None:
    """Fill Walker's table for drawing in proportion to weights (Vose's way); `keep` is a share of 2^64."""
    size = weights.size
    scaled = weights * (size / weights.sum())
    few, many = np.empty(size, np.int64), np.empty(size, np.int64)
    low = high = 0
    for cell in range(size):
        if scaled[cell] < 1:
            few[low] = cell
            low += 1
        else:
            many[high] = cell
            high += 1
    keep[:] = uint64(0xFFFFFFFFFFFFFFFF)
    other[:] = np.arange(size)
    while low > 0 and high > 0:
        low -= 1
        small, large = few[low], many[high - 1]
        keep[small] = uint64(scaled[small] * 18446744073709549568.0)
        other[small] = large
        scaled[large] -= 1 - scaled[small]
        if scaled[large] < 1:
            high -= 1
            few[low] = large
            low += 1
