"""What is scanned: circles of places, the measure behind them, windows of time, and when a window is looked at."""

from __future__ import annotations

from typing import Any, NamedTuple


class Ground(NamedTuple):
    """The circles, as places in order of distance from each centre, and the measure behind each place.

    `profile` holds cumulated measure by interval: one row for all places, times `weight`; or a row for each place.
    `base` holds what is taken off the counts of a place from each interval to the last; it may be empty.
    """

    starts: Any
    order: Any
    weight: Any
    profile: Any
    base: Any


class Windows(NamedTuple):
    """Runs of intervals, from `first` to before `last`."""

    first: Any
    last: Any


class Bar(NamedTuple):
    """How high a ratio must be to be looked at closely: rising levels, and for each a row over counts.

    `high` has the most measure with which a count is that unlikely; `low` the least with which so low a count is,
    and is empty when low counts are not sought.
    """

    levels: Any
    high: Any
    low: Any
