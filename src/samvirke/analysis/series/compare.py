"""Compares offences: lists the pairs that speak for one series, and groups offences by them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.series.evidence import all_scores, count_strong, evidence, list_strong
from samvirke.analysis.series.model import DISTANCES, Component, tables
from samvirke.analysis.series.solved import Rows
from samvirke.foundation.words import _

SINGLE, COMPLETE, AVERAGE = LINKAGES = ("single", "complete", "average")
# A matrix of all pairs takes 8 bytes each: 0.4 GB for so many offences.
_MOST_IN_MATRIX = 10_000
_MOST_LISTED = 20_000_000
_TINY = 1e-9


@dataclass(frozen=True)
class Offences:
    """Offences in order of the middle of their window: metres, hours, and a row of codes for each manner."""

    x: Numbers
    y: Numbers
    start: Numbers
    lasts: Numbers
    manner: NDArray[np.int64]

    @property
    def where(self) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Place and window, as the loops want them."""
        return self.x, self.y, self.start, self.lasts

    @property
    def middle(self) -> Numbers:
        """The middle of each window, in hours."""
        return self.start + self.lasts / 2

    def only(self, rows: Rows) -> Offences:
        """Some of them."""
        return Offences(
            self.x[rows], self.y[rows], self.start[rows], self.lasts[rows], np.ascontiguousarray(self.manner[:, rows])
        )

    def evidence(self, first: Rows, second: Rows) -> Numbers:
        """A column for each distance and each manner, a row for each pair; a manner is 1 where it is the same."""
        found = np.empty((first.size, len(DISTANCES)))
        evidence(self.where, first, second, found)
        return np.column_stack([found, *(codes[first] == codes[second] for codes in self.manner)])

    def until(self, within_days: float) -> Rows:
        """For each the first that is too late to be compared with it."""
        middle = self.middle
        return np.searchsorted(middle, middle + within_days * 24, side="right").astype(np.int64)


@dataclass(frozen=True)
class Strong:
    """Pairs whose factor's logarithm is high enough, the strongest first, and how many pairs were compared."""

    first: Rows
    second: Rows
    score: Numbers
    compared: int


def strong_pairs(
    offences: Offences, components: tuple[Component, ...], *, least: float, within_days: float, most: int
) -> Strong:
    """Every pair within so many days with at least that logarithm; refused before it takes too long."""
    until = offences.until(within_days)
    pairs = int((until - np.arange(until.size) - 1).sum())
    refuse_unless(
        pairs <= most,
        _("About {pairs} million pairs are within {days} days of each other; the limit is {limit} million."),
        _("Give fewer days with --within-days, a shorter period, or a higher --most-pairs."),
        key="within_days",
        pairs=f"{pairs / 1e6:,.0f}",
        days=f"{within_days:g}",
        limit=f"{most / 1e6:,.0f}",
    )
    what = offences.where, offences.manner, until, tables(components), least
    held = np.zeros(until.size, np.int64)
    count_strong(*what, held)
    offsets = np.append(0, held.cumsum())
    refuse_unless(
        int(offsets[-1]) <= _MOST_LISTED,
        _("{pairs} million pairs are that strong."),
        _("Ask for stronger ones with --least."),
        key="least",
        pairs=f"{offsets[-1] / 1e6:,.0f}",
    )
    first, second, score = np.empty(offsets[-1], np.int64), np.empty(offsets[-1], np.int64), np.empty(offsets[-1])
    list_strong(*what, offsets, (first, second, score))
    order = np.lexsort((second, first, -score))
    return Strong(first[order], second[order], score[order], pairs)


def clusters(
    offences: Offences, components: tuple[Component, ...], strong: Strong, *, linkage: str, cut: float, least: float
) -> list[Rows]:
    """Groups of two or more, the largest first: joined while the linkage's factor has at least the logarithm `cut`."""
    n = offences.x.size
    if n < 2:
        return []
    group = (
        _by_links(n, strong, cut)
        if linkage == SINGLE and cut >= least
        else _by_matrix(offences, components, linkage, cut)
    )
    order = np.argsort(group, kind="stable")
    members = np.split(order, np.flatnonzero(np.diff(group[order])) + 1)
    return sorted((each for each in members if each.size > 1), key=lambda each: (-each.size, each[0]))


def _by_links(n: int, strong: Strong, cut: float) -> Rows:
    from scipy.sparse import coo_array  # late: scipy costs 0.1 s at start-up
    from scipy.sparse.csgraph import connected_components

    kept = strong.score >= cut
    joined = coo_array((np.ones(kept.sum()), (strong.first[kept], strong.second[kept])), shape=(n, n))
    return connected_components(joined, directed=False)[1].astype(np.int64)


def _by_matrix(offences: Offences, components: tuple[Component, ...], linkage: str, cut: float) -> Rows:
    from scipy.cluster.hierarchy import fcluster  # late for the same reason
    from scipy.cluster.hierarchy import linkage as tree_of

    n = offences.x.size
    refuse_unless(
        n <= _MOST_IN_MATRIX,
        _("{n} offences are too many for groups by {linkage} linkage; the limit is {limit}."),
        _("Choose --linkage single, or a shorter period."),
        key="linkage",
        n=n,
        linkage=linkage,
        limit=_MOST_IN_MATRIX,
    )
    scores = np.empty(n * (n - 1) // 2)
    all_scores(offences.where, offences.manner, tables(components), scores)
    highest = float(np.ceil(scores.max()))
    return fcluster(tree_of(highest - scores, linkage), highest - cut + _TINY, "distance").astype(np.int64)
