"""What is studied: places, intervals of time, the cases in them, and the measure that stands behind each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Numbers

Whole = NDArray[np.int64]
POISSON, BERNOULLI, PERMUTATION = MODELS = ("poisson", "bernoulli", "permutation")
# What a less likely cluster must keep clear of.
APART = NO_OVERLAP, NO_CENTRE_IN_OTHER, NO_CENTRE_IN_LIKELIER, NO_CENTRE_IN_LESS_LIKELY, NO_PAIR, EVERY_CENTRE = (
    "no-overlap",
    "no-centre-in-other",
    "no-centre-in-likelier",
    "no-centre-in-less-likely",
    "no-pair",
    "every-centre",
)


@dataclass(frozen=True)
class Places:
    """Where cases can be. `where` is for measuring and rises; `shown` are the coordinates as they were given.

    `rank` decides between clusters that are equally likely; `unit_km` is what 1 of `where` is, nan if unknown.
    """

    names: tuple[tuple[str, ...], ...]
    shown: Numbers
    where: Numbers
    rank: Whole
    unit_km: float
    round_earth: bool = False


@dataclass(frozen=True)
class Study:
    """Cases in cells (place × intervals + interval), and their measure.

    PERMUTATION needs none. For POISSON `measure[place, interval]` is in proportion to what is expected, for
    BERNOULLI it is persons, cases among them. `begins` has the first day of each interval and the day after the last.
    """

    model: str
    places: Places
    cells: Whole
    intervals: int
    measure: Numbers | None
    begins: tuple[str | int, ...] = ()
    centres: Numbers | None = None
    centres_shown: Numbers | None = None

    @property
    def cases(self) -> int:
        """All cases."""
        return self.cells.size

    @cached_property
    def counts(self) -> Whole:
        """Cases by place and interval."""
        size = len(self.places.names) * self.intervals
        return np.bincount(self.cells, minlength=size).reshape(-1, self.intervals)

    @cached_property
    def behind(self) -> Numbers:
        """What a circle may hold a share of: all measure of each place, or its cases."""
        return self.counts.sum(axis=1).astype(float) if self.measure is None else self.measure.sum(axis=1)

    @property
    def measured(self) -> Numbers:
        """From where distances are measured."""
        return self.places.where if self.centres is None else self.centres


@dataclass(frozen=True)
class Plan:
    """Which circles and windows are tried, and how chance is asked.

    Windows are `shortest` to `longest` intervals long and end at or after `ends_from` (in the data) or
    `dealt_ends_from` (in replicates). `share` and `reach` limit circles. `case_by_case` chooses the loop, which changes
    the time it takes and nothing else; None takes the cheaper.
    """

    share: float = 0.5
    reach: float = np.inf
    shortest: int = 1
    longest: int = 1
    ends_from: int = 1
    dealt_ends_from: int = 1
    high: bool = True
    low: bool = False
    fewest_high: int = 2
    fewest_low: int = 0
    shuffles: int = 999
    stop_after: int = 0
    apart: str = NO_OVERLAP
    case_by_case: bool | None = None

    def windows(self, intervals: int, ends_from: int) -> tuple[Whole, Whole]:
        """First interval and the one after the last of every window, the earliest end and latest start first."""
        pairs = [
            (first, last)
            for last in range(max(ends_from, 1), intervals + 1)
            for first in range(last - self.shortest, max(last - self.longest, 0) - 1, -1)
        ]
        first, last = np.array(pairs, np.int64).reshape(-1, 2).T
        return np.ascontiguousarray(first), np.ascontiguousarray(last)
