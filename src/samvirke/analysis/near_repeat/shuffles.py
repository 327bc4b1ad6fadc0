"""Compares the table of pairs with the tables that chance gives when the days are dealt out again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Days, Numbers
from samvirke.analysis.near_repeat.bands import Bands, Counts
from samvirke.analysis.near_repeat.kernels import LANES, tallies
from samvirke.analysis.near_repeat.pairs import Pairs
from samvirke.foundation.words import _

# Batches of 64 tables between two looks at whether shuffling can stop, and without such looks.
_LOOK, _GO_ON = 4, 32


@dataclass(frozen=True)
class Compared:
    """The table of the data, its exact expectation, its p-values, and how many shuffles it took."""

    observed: Counts
    expected: Numbers
    p: Numbers
    shuffles: int


def shuffled(
    pairs: Pairs, days: Days, bands: Bands, *, shuffles: int, stop_after: int, generator: np.random.Generator
) -> Compared:
    """Deal the days out again `shuffles` times, or until chance has met every cell `stop_after` times."""
    n = days.size
    everything, soon = n * (n - 1) // 2, _pairs_below(days, bands.limits)
    key = generator.integers(0, 2**64, dtype=np.uint64)
    lanes, limits, most = _narrow(days[pairs.order], bands.limits)
    listed = (pairs.first, pairs.second, pairs.starts)
    step = _LOOK if stop_after else _GO_ON
    tally = _Tally(stop_after)
    for first in range(0, shuffles // LANES + 1, step):
        batches = min(step, shuffles // LANES + 1 - first)
        below = np.zeros((batches, len(pairs.near), len(limits), LANES), np.int64)
        tallies(lanes, key, first, listed, limits, most, below)
        tables = np.moveaxis(below, 3, 1).reshape(batches * LANES, *below.shape[1:3])
        tally.add(bands.table(tables, pairs.near, soon, everything)[: shuffles + 1 - first * LANES])
        if tally.done:
            break
    rows, columns = bands.by_distance(pairs.near, everything), bands.by_time(soon, everything)
    return Compared(tally.observed, np.outer(rows, columns) / everything, tally.p(), tally.shuffles)


class _Tally:
    """Counts in how many tables each cell is met or beaten, the first table being that of the data."""

    def __init__(self, stop_after: int) -> None:
        self.stop_after = stop_after
        self.shuffles = 0
        self.observed: Counts = np.zeros(0, np.int64)

    def add(self, tables: Counts) -> None:
        """Count some more tables, in their order."""
        if not self.observed.size:
            self.observed, tables = tables[0], tables[1:]
            self.met = np.zeros_like(self.observed)
            self.stopped_at = np.zeros_like(self.observed)
        upto = self.met + np.cumsum(tables >= self.observed, axis=0)
        if self.stop_after and len(upto):
            here = (upto[-1] >= self.stop_after) & (self.stopped_at == 0)
            at = self.shuffles + 1 + np.argmax(upto >= self.stop_after, axis=0)
            self.stopped_at = np.where(here, at, self.stopped_at)
        self.met = upto[-1] if len(upto) else self.met
        self.shuffles += len(tables)

    @property
    def done(self) -> bool:
        """Whether every cell has been met as often as it takes to stop."""
        return bool(self.stop_after and (self.stopped_at > 0).all())

    def p(self) -> Numbers:
        """The p-values: stop_after ÷ the shuffle that reached it, else (met + 1) ÷ (shuffles + 1)."""
        through = (self.met + 1) / (self.shuffles + 1)
        return np.where(self.stopped_at > 0, self.stop_after / np.maximum(self.stopped_at, 1), through)


def _pairs_below(days: Days, limits: Counts) -> Counts:
    """All pairs of incidents whose days differ by less than each limit."""
    ordered = np.sort(days)
    position = np.arange(ordered.size)
    return np.array([(np.searchsorted(ordered, ordered + limit) - position - 1).sum() for limit in limits], np.int64)


def _narrow(days: Days, limits: Counts) -> tuple[np.ndarray, Counts, np.int16]:
    """Days from 0, limits, and the largest difference to tell, in types as narrow as they may be: they are faster."""
    span = int(np.ptp(days))
    refuse_unless(
        span < np.iinfo(np.int16).max,
        _("The days span {years} years."),
        _("Give days, not seconds, of at most 89 years; look for wrong dates."),
        column="time",
        years=span // 365,
    )
    limits = np.minimum(limits, span + 1)
    kind = np.uint8 if limits.max(initial=0) <= np.iinfo(np.uint8).max else np.int16
    return (days - days.min()).astype(np.int16), limits.astype(kind), np.int16(np.iinfo(kind).max)
