"""Finds the best window of each centre among a list of windows, for high and for low counts."""

from __future__ import annotations

from typing import Any

import numpy as np
from numba import njit

from samvirke.analysis.kit.threads import in_threads
from samvirke.analysis.scan.likelihood import ratio

_PARTS = 64


@njit(inline="always")
def _window(
    held: Any, a: int, b: int, measure: float, law: Any, bar: Any, row: int, best: float, grown: int, found: Any
) -> float:
    """The ratio of one window if it is above `best`; then it is noted in `found`."""
    count = held[a] - held[b]
    above = measure <= bar.high[row, count]
    below = bar.low.size > 0 and measure >= bar.low[row, count]
    if not (above or below):
        return best
    level = ratio(law, float(count), measure)
    if level <= best:
        return best
    found[0], found[1], found[2], found[3], found[4], found[5] = level, grown, a, b, count, measure
    return level


@njit(cache=True, nogil=True)
def _centre(centre: int, counts: Any, ground: Any, windows: Any, law: Any, bar: Any, found: Any) -> None:
    """The best window of one centre."""
    own, w, best, row = ground.profile.shape[0] > 1, 0.0, 0.0, 0
    held, span = np.zeros(counts.shape[1], np.int64), ground.profile[0].copy()
    if own:
        w = 1.0
        span[:] = 0
    for at in range(ground.starts[centre], ground.starts[centre + 1]):
        place = ground.order[at]
        held += counts[place]
        if own:
            span += ground.profile[place]
        else:
            w += ground.weight[place]
        if counts[place, 0] == 0 and bar.low.size == 0:
            continue
        for q in range(windows.first.size):
            a, b = windows.first[q], windows.last[q]
            better = _window(
                held, a, b, w * (span[b] - span[a]), law, bar, row, best, at - ground.starts[centre] + 1, found
            )  # fmt: skip
            if better > best:
                best = better
                row = max(int(np.searchsorted(bar.levels, best, side="right")) - 1, 0)


@njit(cache=True, nogil=True)
def _centres(counts: Any, ground: Any, windows: Any, law: Any, bar: Any, first: int, found: Any) -> None:
    for centre in range(first, ground.starts.size - 1, _PARTS):
        _centre(centre, counts, ground, windows, law, bar, found[centre])


def each_centre(counts: Any, ground: Any, windows: Any, law: Any, bar: Any) -> Any:
    """The best window of each centre: ratio, number of places, first and last interval, count and measure.

    `counts` are the cases of each place from each interval to the last, with a column of 0 at the end.
    """
    found = np.zeros((ground.starts.size - 1, 6))
    in_threads(lambda part: _centres(counts, ground, windows, law, bar, part, found), _PARTS)
    return found
