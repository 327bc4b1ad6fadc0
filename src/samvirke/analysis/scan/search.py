"""Searches the data and the replicates: which loop does it, with which bar, and how many replicates it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.scan import circles as listed
from samvirke.analysis.scan import days, lanes
from samvirke.analysis.scan.chance import CHOSEN, DRAWN, SHUFFLED, Deal, walker
from samvirke.analysis.scan.ground import Bar, Ground, Windows
from samvirke.analysis.scan.likelihood import BERNOULLI as AMONG_PERSONS
from samvirke.analysis.scan.likelihood import POISSON as EXPECTED
from samvirke.analysis.scan.likelihood import Law, most_for
from samvirke.analysis.scan.neighbours import circles
from samvirke.analysis.scan.study import BERNOULLI, PERMUTATION, Plan, Study, Whole

_PILOT, _TOGETHER = 2 * lanes.LANES, 256
_LEVELS, _STEP, _BELOW = 24, 0.25, 1.0
_FROM_ZERO = np.array([0.0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9, 10, 12, 14, 16, 20, 25, 30, 40])
# What one look at a window costs among 64 lanes, and one case of one replicate when days are searched, in nanoseconds;
# and how many times more a look costs among the first replicates.
_LANE_COST, _CASE_COST, _NO_BAR = 14.0, 300.0, 9
# Bytes of counts in lanes, for each thread, above which the other loop is taken where it can be.
_MOST_BYTES = 400_000_000
_NONE, _MANY = np.zeros((0, 0)), 100_000


@dataclass(frozen=True)
class Searched:
    """For each centre its best window; the highest ratio of each replicate; the circles."""

    best: Numbers
    highest: Numbers
    starts: Whole
    order: Whole
    windows: int


class Search:
    """One study and one plan, made ready for the loops."""

    def __init__(self, study: Study, plan: Plan) -> None:
        self.study, self.plan = study, plan
        self._bars: dict[bytes, Bar] = {}
        self.law = _law(study)
        self.starts, self.order = circles(study.measured, study.places.where, study.behind, plan.share, plan.reach)
        self.observed = Windows(*plan.windows(study.intervals, plan.ends_from))
        dealt = Windows(*plan.windows(study.intervals, plan.dealt_ends_from))
        self.dealt_windows, self.first = dealt, int(dealt.first.min(initial=study.intervals))

    def best(self) -> Numbers:
        """The best window of each centre: ratio, places, first and last interval, count, measure."""
        first = int(self.observed.first.min(initial=self.study.intervals))
        ground, bar = self._ground(first), self._bar(_FROM_ZERO)
        if self._by_days(self.observed, self.plan.ends_from):
            starts, when = np.empty(len(self.study.places.names) + 1, np.int64), np.empty(self.study.cases, np.int64)
            days.by_place(self.study.cells, self.study.intervals, starts, when)
            return days.each_centre(starts, when, ground, self.plan.longest, self.law, bar)
        counts = np.zeros((len(self.study.places.names), self.study.intervals - first + 1), np.int64)
        counts[:, :-1] = self.study.counts[:, first:][:, ::-1].cumsum(axis=1)[:, ::-1]
        windows = Windows(self.observed.first - first, self.observed.last - first)
        found = listed.each_centre(counts, ground, windows, self.law, bar)
        found[:, 2:4] += first * (found[:, :1] > 0)
        return found

    def highest(self, best: float, generator: np.random.Generator) -> Numbers:
        """The highest ratio of each replicate; fewer replicates if the best has been met often enough to stop."""
        if not self.plan.shuffles:
            return np.zeros(0)
        run = self._runner(generator.integers(0, 2**64, dtype=np.uint64))
        found = run(_FROM_ZERO, 0, min(_PILOT, self.plan.shuffles))
        found[found < 0] = 0.0
        levels = max(found.min() - _BELOW, 0.0) + _STEP * np.arange(_LEVELS)
        step = _TOGETHER if self.plan.stop_after else self.plan.shuffles
        while found.size < self.plan.shuffles and not self._enough(found, best):
            more = run(levels, found.size, min(step, self.plan.shuffles - found.size))
            for missed in np.flatnonzero(more < 0):
                more[missed] = max(run(_FROM_ZERO, found.size + missed, 1)[0], 0.0)
            found = np.concatenate([found, more])
        return found

    def _enough(self, found: Numbers, best: float) -> bool:
        return bool(self.plan.stop_after and np.count_nonzero(found >= best) >= self.plan.stop_after)

    def _runner(self, key: np.uint64) -> Any:
        first = 0 if self._by_days(self.dealt_windows, self.plan.dealt_ends_from) else self.first
        ground, how = self._ground(first), _deal(self.study, first, key)
        if not first and self._by_days(self.dealt_windows, self.plan.dealt_ends_from):
            return lambda levels, begin, many: days.highest(
                how, ground, self.plan.longest, self.law, self._bar(levels), begin, many
            )
        windows = Windows(self.dealt_windows.first - first, self.dealt_windows.last - first)
        return lambda levels, begin, many: lanes.highest(how, ground, windows, self.law, self._bar(levels), begin, many)

    def _by_days(self, windows: Windows, ends_from: int) -> bool:
        """Whether it is cheaper to go from case to case than to look at every window."""
        plan = self.plan
        if plan.low or plan.shortest > 1 or ends_from > 1 or plan.fewest_high < 1:
            return False
        if plan.case_by_case is not None:
            return plan.case_by_case
        places, dealt = len(self.study.places.names), max(plan.shuffles, 1)
        # Lanes without a replicate cost as much as the others, and the first ones, which have no bar yet, far more.
        filled = -(-dealt // lanes.LANES) * lanes.LANES + _NO_BAR * min(_PILOT, dealt)
        looks = windows.first.size * _LANE_COST / lanes.LANES * filled / dealt
        large = 2 * lanes.LANES * places * self.study.intervals > _MOST_BYTES
        return large or looks > _CASE_COST * self.study.cases / places

    def _ground(self, first: int) -> Ground:
        study = self.study
        weight, profile = study.behind, np.zeros((1, study.intervals - first + 1))
        if study.measure is None:
            profile[0, 1:] = study.counts.sum(axis=0)[first:].cumsum()
        elif study.intervals == 1:
            profile[0, 1] = 1.0
        else:
            profile = np.zeros((len(weight), study.intervals - first + 1))
            profile[:, 1:] = study.measure[:, first:].cumsum(axis=1)
            # A single place looks like a profile that all places share; then its weight must not count again.
            weight = np.ones(len(weight))
        return Ground(self.starts, self.order, weight, profile, self._base(first))

    def _base(self, first: int) -> Whole:
        """What is taken off counts in the lanes, when there are so many that a lane could not hold them."""
        study = self.study
        if study.cases <= lanes.SMALL:
            return np.zeros((0, 0), np.int64)
        if study.measure is None:
            mean = np.outer(study.behind, study.counts.sum(axis=0)) / study.cases
        else:
            mean = study.measure * (study.cases / study.measure.sum())
        return np.rint(mean[:, first:][:, ::-1].cumsum(axis=1)[:, ::-1]).astype(np.int64)

    def _bar(self, levels: Numbers) -> Bar:
        kept = levels.tobytes()
        if kept not in self._bars:
            self._bars[kept] = self._made_bar(levels)
        return self._bars[kept]

    def _made_bar(self, levels: Numbers) -> Bar:
        plan, most = self.plan, self._most
        levels = levels if most <= _MANY else levels[::3]
        high = most_for(self.law, most, levels, plan.fewest_high if plan.high else most + 1)
        return Bar(levels, high, most_for(self.law, most, levels, plan.fewest_low, low=True) if plan.low else _NONE)

    @property
    def _most(self) -> int:
        """The most cases that a window can hold."""
        seen = min(self.first, int(self.observed.first.min(initial=self.study.intervals)))
        if self.study.measure is not None:
            return self.study.cases
        return int(self.study.counts[:, seen:].sum())


def _law(study: Study) -> Law:
    if study.model == BERNOULLI:
        return Law(AMONG_PERSONS, float(study.cases), float(study.behind.sum()), 1.0)
    return Law(EXPECTED, float(study.cases), 0.0, float(study.cases) if study.model == PERMUTATION else 1.0)


def _deal(study: Study, first: int, key: np.uint64) -> Deal:
    """How a replicate is dealt when only the intervals from `first` on are looked at."""
    none, kept = np.zeros(0, np.int64), study.intervals - first
    table = np.zeros(1, np.uint64), np.zeros(1, np.int64)
    if study.measure is None:
        newest = study.cells[np.argsort(-(study.cells % study.intervals), kind="stable")]
        rows = newest % study.intervals - first
        count = int(np.count_nonzero(rows >= 0))
        return Deal(SHUFFLED, key, kept, count, (newest // study.intervals).astype(np.int64), rows[:count], *table)
    if study.model == BERNOULLI:
        persons = np.repeat(np.arange(study.measure.size), study.measure.ravel().astype(np.int64))
        place, row = persons // study.intervals, persons % study.intervals - first
        return Deal(CHOSEN, key, kept, study.cases, np.where(row < 0, -1, place * kept + row), none, *table)
    seen = study.measure[:, first:]
    weights = np.append(seen.ravel(), study.measure.sum() - seen.sum())
    keep, other = np.empty(weights.size, np.uint64), np.empty(weights.size, np.int64)
    walker(np.maximum(weights, 0.0), keep, other)
    return Deal(DRAWN, key, kept, study.cases, none, none, keep, other)
