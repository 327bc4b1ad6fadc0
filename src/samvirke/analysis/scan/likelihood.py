"""How unlikely a count is: the likelihood ratio of a window, and how much has to be expected for it to be too small."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
from numba import njit

from samvirke.analysis.kit.checks import Numbers

POISSON, BERNOULLI = 0, 1


class Law(NamedTuple):
    """What the measure of a window means.

    POISSON: measure ÷ `unit` cases are expected. BERNOULLI: the measure is persons, of all `persons`.
    """

    kind: int
    cases: float
    persons: float
    unit: float


@njit(inline="always")
def _part(count: float, among: float) -> float:
    return count * math.log(count / among) if count > 0 else 0.0


@njit(cache=True, nogil=True)
def ratio(law: Any, count: float, measure: float) -> float:
    """The logarithm of the likelihood ratio of `count` cases where `measure` stands behind them."""
    rest = law.cases - count
    if law.kind == POISSON:
        expected = measure / law.unit
        return _part(count, expected) + _part(rest, law.cases - expected)
    outside, free = law.persons - measure, law.persons - law.cases
    inside = _part(count, measure) + _part(measure - count, measure)
    beyond = _part(rest, outside) + _part(outside - rest, outside)
    return inside + beyond - _part(law.cases, law.persons) - _part(free, law.persons)


def expected(law: Law, measure: float) -> float:
    """The cases to be expected in a window."""
    return measure / law.unit if law.kind == POISSON else measure * law.cases / law.persons


def most_for(law: Law, counts: int, levels: Numbers, fewest: int, low: bool = False) -> Numbers:
    """For each level and each count up to `counts` the largest measure with which its ratio is above the level.

    With `low` the smallest measure with which so low a count is. A hair more (less) than exact, so that
    nothing is missed: between the points of a grid the chord of a convex (concave) curve is taken.
    """
    steps = np.geomspace(1, max(counts, 1), 300).astype(np.int64)
    grid = np.unique(np.concatenate([np.arange(min(counts, 64) + 1), np.minimum(steps, counts)])).astype(float)
    points, hair = _edges(law, grid, levels[:, None], low), 1 - 1e-6 if low else 1 + 1e-6
    spread = np.array([np.interp(np.arange(counts + 1), grid, row) * hair for row in points])
    spread[:, :fewest] = np.inf if low else -1.0
    return spread


def _edges(law: Law, counts: Numbers, level: Numbers, low: bool) -> Numbers:
    """The measures at which counts reach the level, found by halving."""
    whole = law.cases * law.unit if law.kind == POISSON else law.persons
    inner = whole * counts / law.cases
    outer = _farthest(law, counts, whole) if low else _nearest(law, counts)
    reached = _ratios(law, counts, outer) > level
    for _halving in range(44):
        middle = (inner + outer) / 2
        above = _ratios(law, counts, middle) > level
        inner, outer = np.where(above, inner, middle), np.where(above, middle, outer)
    return np.where(reached, inner, np.inf if low else -1.0)


def _nearest(law: Law, counts: Numbers) -> Numbers:
    return np.maximum(counts, 1e-200) if law.kind == BERNOULLI else np.full(counts.shape, 1e-200)


def _farthest(law: Law, counts: Numbers, whole: float) -> Numbers:
    ends = whole - (law.cases - counts) if law.kind == BERNOULLI else np.full(counts.shape, whole)
    return ends * (1 - 1e-15)


def _ratios(law: Law, counts: Numbers, measures: Numbers) -> Numbers:
    """`ratio` of many windows."""
    with np.errstate(divide="ignore", invalid="ignore"):
        rest = law.cases - counts
        if law.kind == POISSON:
            mean = measures / law.unit
            return _parts(counts, mean) + _parts(rest, law.cases - mean)
        outside, free = law.persons - measures, law.persons - law.cases
        inside = _parts(counts, measures) + _parts(measures - counts, measures)
        beyond = _parts(rest, outside) + _parts(outside - rest, outside)
        whole = _parts(np.array([law.cases, free]), np.array([law.persons] * 2)).sum()
        return np.asarray(inside + beyond - whole)


def _parts(counts: Numbers, among: Numbers) -> Numbers:
    return np.where(counts > 0, counts * np.log(counts / among), 0.0)
