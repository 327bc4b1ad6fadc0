"""Scans 64 replicates side by side: one instruction adds a place to many of them, or looks at a window of many."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import int16, njit

from samvirke.analysis.kit.threads import in_threads
from samvirke.analysis.scan.chance import deal
from samvirke.analysis.scan.likelihood import ratio

LANES = 64
# Above so many cases the counts of a lane are held as differences from what is expected: they stay small numbers.
SMALL = 30_000
_EDGE = 32_000


@njit(inline="always")
def _cumulate(counts: Any, base: Any, busy: Any) -> None:
    """Count from each interval to the last, less the base, and note which places have any case in any lane."""
    rows, lanes = counts.shape[1], counts.shape[2]
    for place in range(counts.shape[0]):
        most = int16(0)
        for row in range(rows - 1, -1, -1):
            if row + 1 < rows:
                for lane in range(lanes):
                    counts[place, row, lane] += counts[place, row + 1, lane]
        for lane in range(lanes):
            most = max(most, counts[place, 0, lane])
        busy[place] = most > 0 or base.size > 0
        if base.size:
            for row in range(rows):
                for lane in range(lanes):
                    counts[place, row, lane] -= base[place, row]


@njit(inline="always")
def _short(value: int) -> Any:
    return int16(min(max(value, -_EDGE), _EDGE))


@njit(inline="always")
def _worst(held: Any, a: int, b: int, at_least: int, at_most: int, worst: Any) -> None:
    """By how much each lane is above the least count, or below the most, that is looked at closely."""
    low, high = _short(at_most), _short(at_least)
    for lane in range(worst.size):
        count = int16(held[a, lane] - held[b, lane])
        worst[lane] = max(worst[lane], int16(count - high))
    if at_most > -_EDGE:
        for lane in range(worst.size):
            count = int16(held[a, lane] - held[b, lane])
            worst[lane] = max(worst[lane], int16(low - count))


@njit(inline="always")
def _top(worst: Any) -> Any:
    top = int16(-1)
    for lane in range(worst.size):
        top = max(top, worst[lane])
    return top


@njit(cache=True, nogil=True)
def _unlikely(law: Any, bar: Any, level: int, count: int, measure: float) -> float:
    """The ratio of a window if it is above a level, else −1."""
    above = measure <= bar.high[level, count]
    below = bar.low.size > 0 and measure >= bar.low[level, count]
    return ratio(law, float(count), measure) if above or below else -1.0


@njit(inline="always")
def _close_look(
    held: Any, taken: Any, windows: Any, edges: Any, w: float, span: Any, law: Any, bar: Any, best: Any, level: Any
) -> int:
    """Take the ratio of every window that may be the highest of its lane; say which level all lanes have reached."""
    worst = np.empty(best.size, np.int16)
    for q in range(windows.first.size):
        a, b = windows.first[q], windows.last[q]
        off = taken[a] - taken[b]
        worst[:] = -1
        _worst(held, a, b, edges[0, q] - off, edges[1, q] - off if bar.low.size else -_EDGE, worst)
        if _top(worst) < 0:
            continue
        measure = w * (span[b] - span[a])
        for lane in range(best.size):
            if worst[lane] >= 0:
                count = np.int64(int16(held[a, lane] - held[b, lane])) + off
                best[lane] = max(best[lane], _unlikely(law, bar, level[lane], count, measure))
                while level[lane] + 1 < bar.levels.size and bar.levels[level[lane] + 1] <= best[lane]:
                    level[lane] += 1
    return level.min()


@njit(inline="always")
def _add(counts: Any, place: int, held: Any, ground: Any, taken: Any) -> None:
    for row in range(counts.shape[1]):
        for lane in range(counts.shape[2]):
            held[row, lane] += counts[place, row, lane]
    if ground.base.size:
        for row in range(counts.shape[1]):
            taken[row] += ground.base[place, row]


@njit(inline="always")
def _measure(ground: Any, place: int, w: float, span: Any) -> float:
    """The weight of a circle that has grown by a place, or its profile if places have their own."""
    if ground.profile.shape[0] == 1:
        return w + ground.weight[place]
    for edge in range(span.size):
        span[edge] += ground.profile[place, edge]
    return 1.0


@njit(inline="always")
def _fewest_low(bar: Any) -> int:
    """The count before the first that can be low."""
    for count in range(bar.low.shape[1] if bar.low.size else 0):
        if bar.low[0, count] < np.inf:
            return count - 1
    return -1


@njit(cache=True, nogil=True)
def _scan(counts: Any, busy: Any, ground: Any, windows: Any, law: Any, bar: Any, best: Any) -> None:
    """The highest ratio in each lane, if it is above the first level."""
    rows, lanes, floor, sought = counts.shape[1], counts.shape[2], 0, bar.low.size > 0
    held, worst = np.zeros((rows + 1, lanes), np.int16), np.zeros(lanes, np.int16)
    edges, level = np.zeros((2, windows.first.size), np.int64), np.zeros(lanes, np.int64)
    taken, span = np.zeros(rows + 1, np.int64), ground.profile[0].copy()
    own, fewest, below = ground.profile.shape[0] > 1, np.searchsorted(bar.high[0], 0.0), _fewest_low(bar)
    for centre in range(ground.starts.size - 1):
        held[:] = 0
        edges[0], edges[1], taken[:] = fewest, below, 0
        w = 0.0
        if own:
            span[:] = 0
        for at in range(ground.starts[centre], ground.starts[centre + 1]):
            place = ground.order[at]
            w = _measure(ground, place, w, span)
            if not (busy[place] or sought):
                continue
            _add(counts, place, held, ground, taken)
            worst[:] = -1
            for q in range(windows.first.size):
                a, b = windows.first[q], windows.last[q]
                measure, off = w * (span[b] - span[a]), taken[a] - taken[b]
                while edges[0, q] < bar.high.shape[1] and bar.high[floor, edges[0, q]] < measure:
                    edges[0, q] += 1
                if sought:
                    while edges[1, q] + 1 < bar.low.shape[1] and bar.low[floor, edges[1, q] + 1] <= measure:
                        edges[1, q] += 1
                _worst(held, a, b, edges[0, q] - off, edges[1, q] - off if sought else -_EDGE, worst)
            if _top(worst) >= 0:
                floor = _close_look(held, taken, windows, edges, w, span, law, bar, best, level)


@njit(cache=True, nogil=True)
def _batch(how: Any, ground: Any, windows: Any, law: Any, bar: Any, first: int, found: Any) -> None:
    """The highest ratios of the replicates from `first` on, as many as `found` has room for."""
    places, lanes = ground.weight.size, found.size
    counts, busy = np.zeros((places, how.intervals, LANES), np.int16), np.zeros(places, np.bool_)
    hand, swapped, cells = how.cards.copy(), np.empty(how.draws, np.int64), np.empty(how.draws, np.int64)
    best = np.full(LANES, -1.0)
    best[lanes:] = np.inf
    for lane in range(lanes):
        for at in range(deal(how, first + lane, hand, swapped, cells)):
            counts[cells[at] // how.intervals, cells[at] % how.intervals, lane] += 1
    _cumulate(counts, ground.base, busy)
    _scan(counts, busy, ground, windows, law, bar, best)
    for lane in range(lanes):
        found[lane] = best[lane]


def highest(how: Any, ground: Any, windows: Any, law: Any, bar: Any, first: int, replicates: int) -> Any:
    """The highest ratio of some replicates, −1 where none is above the bar."""
    found = np.full(replicates, -1.0)

    def batch(number: int) -> None:
        start = number * LANES
        _batch(how, ground, windows, law, bar, first + start, found[start : start + LANES])

    in_threads(batch, (replicates + LANES - 1) // LANES)
    return found
