"""Scans all windows of one replicate or of the data, circle by circle, and looks only where a new place adds a case."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numba import njit

from samvirke.analysis.kit.threads import in_threads
from samvirke.analysis.scan.chance import deal
from samvirke.analysis.scan.likelihood import ratio

_BLOCK, _PARTS = 4, 64
LEVEL, GROWN, FIRST, LAST, COUNT, MEASURE = range(6)


@njit(cache=True, nogil=True)
def by_place(cells: Any, intervals: int, starts: Any, when: Any) -> None:
    """Sort cells (place × intervals + interval) by place: the intervals of a place lie from its start to the next."""
    starts[:] = 0
    for at in range(cells.size):
        starts[cells[at] // intervals + 1] += 1
    for place in range(starts.size - 1):
        starts[place + 1] += starts[place]
    for at in range(cells.size - 1, -1, -1):
        place = cells[at] // intervals
        starts[place + 1] -= 1
        when[starts[place + 1]] = cells[at] % intervals
    starts[:-1] = starts[1:]
    starts[-1] = cells.size
    for place in range(starts.size - 1):
        for at in range(starts[place] + 1, starts[place + 1]):
            to, day = at, when[at]
            while to > starts[place] and when[to - 1] > day:
                when[to] = when[to - 1]
                to -= 1
            when[to] = day


class Days(NamedTuple):
    """The days with cases of a growing circle, in order, and how many cases each has."""

    day: Any
    cases: Any
    before: Any


@njit(cache=True, nogil=True)
def _empty(size: int) -> Any:
    return Days(np.empty(size + 1, np.int64), np.empty(size + 1, np.int64), np.empty(size + 2, np.int64))


@njit(inline="always")
def _insert(days: Any, many: int, d: int) -> int:
    """Count one more case on a day; say how many days there are now."""
    at = np.searchsorted(days.day[:many], d)
    if at < many and days.day[at] == d:
        days.cases[at] += 1
        return many
    for k in range(many, at, -1):
        days.day[k], days.cases[k] = days.day[k - 1], days.cases[k - 1]
    days.day[at], days.cases[at] = d, 1
    return many + 1


@njit(inline="always")
def _begins(
    days: Any, y: int, p: int, x0: int, w: float, span: Any, law: Any, high: Any, best: float, found: Any
) -> float:
    """The windows that end on the day y and begin on a day from p down to x0, in blocks that are passed over whole."""
    end, all_to = span[days.day[y] + 1], days.before[y + 1]
    x = p
    while x >= x0:
        far = max(x - _BLOCK + 1, x0)
        if w * (end - span[days.day[x]]) <= high[all_to - days.before[far]]:
            for begin in range(x, far - 1, -1):
                count, measure = all_to - days.before[begin], w * (end - span[days.day[begin]])
                if measure <= high[count]:
                    level = ratio(law, float(count), measure)
                    if level > best:
                        best = level
                        found[FIRST], found[LAST] = days.day[begin], days.day[y] + 1
                        found[COUNT], found[MEASURE] = count, measure
        x = far - 1
    return best


@njit(inline="always")
def _with_day(
    days: Any, many: int, p: int, x0: int, longest: int, w: float, span: Any, law: Any, bar: Any, best: float,
    found: Any,
) -> float:  # fmt: skip
    """The windows with the new day p, not beginning before x0: the earliest end and latest start first."""
    while days.day[p] - days.day[x0] >= longest:
        x0 += 1
    run = 0
    for x in range(x0, p):
        days.before[x] = run
        run += days.cases[x]
    y, row = p, max(np.searchsorted(bar.levels, best, side="right") - 1, 0)
    while y < many and days.day[y] - days.day[p] < longest:
        days.before[y] = run
        run += days.cases[y]
        days.before[y + 1] = run
        while days.day[y] - days.day[x0] >= longest:
            x0 += 1
        if w * (span[days.day[y] + 1] - span[days.day[p]]) <= bar.high[row, run - days.before[x0]]:
            better = _begins(days, y, p, x0, w, span, law, bar.high[row], best, found)
            if better > best:
                best = better
                row = max(np.searchsorted(bar.levels, best, side="right") - 1, 0)
        y += 1
    return best


@njit(cache=True, nogil=True)
def _circle(
    centre: int, starts: Any, when: Any, ground: Any, longest: int, law: Any, bar: Any, best: float, found: Any,
    days: Any, span: Any,
) -> float:  # fmt: skip
    """The highest ratio among the windows of one centre, if it is above `best`; where it is stands in `found`."""
    w, own, many = 0.0, ground.profile.shape[0] > 1, 0
    if own:
        span[:] = 0
    for at in range(ground.starts[centre], ground.starts[centre + 1]):
        place = ground.order[at]
        if own:
            w = 1.0
            for edge in range(span.size):
                span[edge] += ground.profile[place, edge]
        else:
            w += ground.weight[place]
        for event in range(starts[place], starts[place + 1]):
            many = _insert(days, many, when[event])
        x0, before = 0, best
        for event in range(starts[place], starts[place + 1]):
            if event > starts[place] and when[event] == when[event - 1]:
                continue
            p = np.searchsorted(days.day[:many], when[event])
            best = _with_day(days, many, p, x0, longest, w, span, law, bar, best, found)
            x0 = p + 1
        if best > before:
            found[LEVEL], found[GROWN] = best, at - ground.starts[centre] + 1
    return best


@njit(cache=True, nogil=True)
def _centres(starts: Any, when: Any, ground: Any, longest: int, law: Any, bar: Any, first: int, found: Any) -> None:
    days, span = _empty(ground.profile.shape[1] - 1), ground.profile[0].copy()
    for centre in range(first, ground.starts.size - 1, _PARTS):
        _circle(centre, starts, when, ground, longest, law, bar, 0.0, found[centre], days, span)


def each_centre(starts: Any, when: Any, ground: Any, longest: int, law: Any, bar: Any) -> Any:
    """The best window of each centre: ratio, number of places, first and last interval, count and measure."""
    found = np.zeros((ground.starts.size - 1, 6))
    in_threads(lambda part: _centres(starts, when, ground, longest, law, bar, part, found), _PARTS)
    return found


@njit(cache=True, nogil=True)
def _replicates(how: Any, ground: Any, longest: int, law: Any, bar: Any, first: int, step: int, best: Any) -> None:
    """The highest ratios of every `step`-th replicate from `first` on."""
    size, places = how.intervals, ground.weight.size
    hand, swapped, cells = how.cards.copy(), np.empty(how.draws, np.int64), np.empty(how.draws, np.int64)
    starts, when, found = np.empty(places + 1, np.int64), np.empty(how.draws, np.int64), np.empty(6)
    days, span = _empty(size), ground.profile[0].copy()
    for at in range(best.size):
        count = deal(how, first + at * step, hand, swapped, cells)
        by_place(cells[:count], size, starts, when)
        level = bar.levels[0]
        for centre in range(ground.starts.size - 1):
            level = _circle(centre, starts, when, ground, longest, law, bar, level, found, days, span)
        if level > bar.levels[0]:
            best[at] = level


def highest(how: Any, ground: Any, longest: int, law: Any, bar: Any, first: int, replicates: int) -> Any:
    """The highest ratio of some replicates, −1 where none is above the bar."""
    best = np.full(replicates, -1.0)

    def part(number: int) -> None:
        _replicates(how, ground, longest, law, bar, first + number, _PARTS, best[number::_PARTS])

    in_threads(part, min(_PARTS, replicates))
    return best
