"""Spreads each incident evenly over the minutes in which it can have happened, and adds up the hours of the week."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit, prange

WEEK = 10_080
START_ONLY, REVERSED, WEEK_OR_MORE = range(3)
_CHUNK = 512
_NONE = np.iinfo(np.int64).min


@njit(inline="always")
def _whole(ticks: Any, unit: Any, inverse: float) -> Any:
    """`ticks` divided by `unit` and rounded down, without the slow division; the guess is never off by more than 1."""
    guess = np.int64(np.float64(ticks) * inverse)
    rest = ticks - guess * unit
    return guess - np.int64(rest < 0) + np.int64(rest >= unit)


@njit(nogil=True, error_model="numpy")
def _minutes(start: Any, end: Any, unit: int, offset: int, at: Any, lasts: Any) -> None:
    """The minute of the week in which each begins, and how many whole minutes it lasts."""
    inverse, a_week = 1.0 / unit, 1.0 / WEEK
    for j in range(start.size):
        minute = _whole(start[j], unit, inverse) + offset
        at[j] = minute - _whole(minute, WEEK, a_week) * WEEK
    for j in range(start.size):
        lasts[j] = _whole(end[j] - start[j], unit, inverse)


@njit(nogil=True, error_model="numpy")
def _add(at: Any, lasts: Any, end: Any, change: Any, hours: Any, kinds: Any) -> None:
    """Write where each rate begins and ends; what lasts no more than a minute belongs to its first hour."""
    for j in range(end.size):
        m, d = at[j], lasts[j]
        if d <= 1 or end[j] == _NONE:
            hours[m // 60] += 1.0
            kinds[REVERSED if d < 0 and end[j] != _NONE else START_ONLY] += 1
        elif d >= WEEK:
            kinds[WEEK_OR_MORE] += 1
        else:
            rate, stop = 1.0 / d, m + d
            change[m] += rate
            if stop < WEEK:
                change[stop] -= rate
            else:
                change[0] += rate
                change[stop - WEEK] -= rate


@njit(cache=True, nogil=True, error_model="numpy")
def spread(start: Any, end: Any, unit: int, offset: int, hours: Any, kinds: Any) -> None:
    """Add up incidents: `hours` the hours of the week, `kinds` how many fell under a rule.

    `offset` is the minute of the week in which 1970 began.
    """
    change = np.zeros(WEEK + 1)
    at, lasts = np.empty(_CHUNK, np.int64), np.empty(_CHUNK, np.int64)
    for first in range(0, start.size, _CHUNK):
        last = min(first + _CHUNK, start.size)
        _minutes(start[first:last], end[first:last], unit, offset, at, lasts)
        _add(at, lasts, end[first:last], change, hours, kinds)
    rate = 0.0
    for m in range(WEEK):
        rate += change[m]
        hours[m // 60] += rate


@njit(parallel=True, cache=True, nogil=True, error_model="numpy")
def spread_blocks(start: Any, end: Any, unit: int, offset: int, hours: Any, kinds: Any) -> None:
    """`spread` in as many blocks as `hours` has rows, not as threads: sums are always made in the same order."""
    blocks, n = hours.shape[0], start.size
    for b in prange(blocks):
        block = slice(n * b // blocks, n * (b + 1) // blocks)
        spread(start[block], end[block], unit, offset, hours[b], kinds[b])
