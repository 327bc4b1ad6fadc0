"""The loops of the Knox test: listing near pairs, and counting them for 64 dealings of the days at a time."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import int16, njit, uint8, uint64

from samvirke.analysis.kit.threads import in_parts, in_threads

# The days of 64 dealings lie side by side, so that one instruction compares many of them. Pairs are taken eight
# at a time, and what a byte has counted is moved on before it can run over: after at most 31 times eight.
LANES, _TOGETHER, _FLUSH = 64, 8, 31 * 8
# Into how many pieces the squares are shared out, and up to how many incidents they are not.
_PIECES, _FEW = 32, 5_000
_STEP, _MIX, _MELT = uint64(0x9E3779B97F4A7C15), uint64(0xBF58476D1CE4E5B9), uint64(0x94D049BB133111EB)


@njit(inline="always")
def _band(dx: float, dy: float, straight: bool, edges: Any) -> int:
    """The band of a difference, −1 below the first edge; `edges` are squares when the distance is straight."""
    distance = dx * dx + dy * dy if straight else abs(dx) + abs(dy)
    if distance >= edges[-1]:
        return -1
    found = -1
    for b in range(edges.size - 1):
        found += distance >= edges[b]
    return found


@njit(inline="always")
def _later(starts: Any, i: int, cell: int, columns: int, part: int) -> Any:
    """Two runs of incidents that come after i: the rest of its row of squares, and the row above."""
    column, last = cell % columns, starts.size - 1
    right = 1 if column < columns - 1 else 0
    if part == 0:
        return i + 1, starts[cell + 1 + right]
    left = 1 if column > 0 else 0
    above = cell + columns
    return (0, 0) if above >= last else (starts[above - left], starts[above + right + 1])


def _pieces(incidents: int) -> int:
    """Few incidents are done before a second thread has woken."""
    return 1 if incidents < _FEW else _PIECES


def count_pairs(x: Any, y: Any, starts: Any, columns: int, edges: Any, straight: bool, held: Any) -> None:
    """Add to `held[b, i]` the number of pairs of i with later incidents in band b."""
    given = (x, y, starts, columns, edges, straight, held)
    rows = (starts.size - 1) // columns
    in_parts(lambda part: _count_pairs(part.start, part.stop, *given), rows, _pieces(x.size))


@njit(cache=True, nogil=True)
def _count_pairs(
    first: int, after: int, x: Any, y: Any, starts: Any, columns: int, edges: Any, straight: bool, held: Any
) -> None:
    for row in range(first, after):
        for cell in range(row * columns, (row + 1) * columns):
            for i in range(starts[cell], starts[cell + 1]):
                for part in range(2):
                    begin, end = _later(starts, i, cell, columns, part)
                    for j in range(begin, end):
                        b = _band(x[j] - x[i], y[j] - y[i], straight, edges)
                        if b >= 0:
                            held[b, i] += 1


def list_pairs(
    x: Any, y: Any, starts: Any, columns: int, edges: Any, straight: bool, offsets: Any, first: Any, second: Any
) -> None:
    """Write both incidents of every pair where `offsets` has made room for it."""
    given = (x, y, starts, columns, edges, straight, offsets, first, second)
    rows = (starts.size - 1) // columns
    in_parts(lambda part: _list_pairs(part.start, part.stop, *given), rows, _pieces(x.size))


@njit(cache=True, nogil=True)
def _list_pairs(
    low: int, high: int, x: Any, y: Any, starts: Any, columns: int, edges: Any, straight: bool, offsets: Any,
    first: Any, second: Any,
) -> None:  # fmt: skip
    at = np.empty(edges.size - 1, np.int64)
    for row in range(low, high):
        for cell in range(row * columns, (row + 1) * columns):
            for i in range(starts[cell], starts[cell + 1]):
                for b in range(at.size):
                    at[b] = offsets[b, i]
                for part in range(2):
                    begin, end = _later(starts, i, cell, columns, part)
                    for j in range(begin, end):
                        b = _band(x[j] - x[i], y[j] - y[i], straight, edges)
                        if b >= 0:
                            first[at[b]] = i
                            second[at[b]] = j
                            at[b] += 1


@njit(inline="always")
def _draw(state: Any, below: int) -> Any:
    """The next state of a counter and an even draw from 0 to before `below` (splitmix64; Lemire's rejection)."""
    while True:
        state += _STEP
        z = (state ^ (state >> uint64(30))) * _MIX
        z = (z ^ (z >> uint64(27))) * _MELT
        product = ((z ^ (z >> uint64(31))) >> uint64(32)) * uint64(below)
        low = product & uint64(0xFFFFFFFF)
        if low >= uint64(below) or low >= (uint64(1 << 32) - uint64(below)) % uint64(below):
            return state, product >> uint64(32)


@njit(inline="always")
def _deal(days: Any, key: Any, number: int, hand: Any) -> None:
    """The days in the order of dealing `number`, which depends on the key and the number only; 0 is as given."""
    hand[:] = days
    state = key + uint64(number) * _MELT
    state = (state ^ (state >> uint64(29))) * _MIX
    if number > 0:
        for i in range(days.size - 1, 0, -1):
            state, j = _draw(state, i + 1)
            hand[i], hand[j] = hand[j], hand[i]


@njit(inline="always")
def _gaps(dealt: Any, first: Any, second: Any, p: int, many: int, most: Any, gaps: Any) -> None:
    """The days between the two incidents of pair p and of some that follow, in every lane, cut off at `most`."""
    for c in range(many):
        i, j = first[p + c], second[p + c]
        for k in range(LANES):
            gap = int16(dealt[i, k] - dealt[j, k])
            gaps[c, k] = min(int16(max(gap, int16(-gap))), most)


@njit(inline="always")
def _below(gaps: Any, limits: Any, held: Any) -> None:
    """Count eight pairs under each limit. Written out, so that each sum is a few instructions for all lanes."""
    for q in range(limits.size):
        limit, row = limits[q], held[q]
        for k in range(LANES):
            row[k] += (
                uint8(gaps[0, k] < limit)
                + uint8(gaps[1, k] < limit)
                + uint8(gaps[2, k] < limit)
                + uint8(gaps[3, k] < limit)
                + uint8(gaps[4, k] < limit)
                + uint8(gaps[5, k] < limit)
                + uint8(gaps[6, k] < limit)
                + uint8(gaps[7, k] < limit)
            )


@njit(inline="always")
def _tally(dealt: Any, first: Any, second: Any, limits: Any, most: Any, out: Any) -> None:
    """Count, for each limit and lane, the pairs of one band whose days differ by less."""
    held, gaps = np.zeros((limits.size, LANES), np.uint8), np.empty((_TOGETHER, LANES), limits.dtype)
    whole = first.size - first.size % _TOGETHER
    for p in range(0, whole, _TOGETHER):
        _gaps(dealt, first, second, p, _TOGETHER, most, gaps)
        _below(gaps, limits, held)
        if p % _FLUSH == 0:
            out += held
            held[:] = 0
    gaps[:] = most
    _gaps(dealt, first, second, whole, first.size - whole, most, gaps)
    _below(gaps, limits, held)
    out += held


@njit(cache=True, nogil=True, error_model="numpy")
def _batch(
    days: Any, key: Any, number: int, first: Any, second: Any, starts: Any, limits: Any, most: Any, out: Any
) -> None:
    dealt, hand = np.empty((days.size, LANES), np.int16), np.empty(days.size, np.int16)
    for lane in range(LANES):
        _deal(days, key, number * LANES + lane, hand)
        for i in range(days.size):
            dealt[i, lane] = hand[i]
    for b in range(starts.size - 1):
        band = slice(starts[b], starts[b + 1])
        _tally(dealt, first[band], second[band], limits, most, out[b])


def tallies(days: Any, key: Any, begin: int, pairs: Any, limits: Any, most: Any, out: Any) -> None:
    """`out[batch, band, limit, lane]`: pairs of each band below each limit in dealing (begin + batch) · 64 + lane.

    `pairs` are the first and second incident of every pair, and where each band begins. `most` is the largest
    difference that the type of `limits` holds; no limit is above it.
    """
    first, second, starts = pairs
    given = (first, second, starts, limits, most)
    in_threads(lambda batch: _batch(days, key, begin + batch, *given, out[batch]), len(out))
