"""Krishnamoorthy and Thomson's E-test: how often two Poisson counts with one rate differ as much as these."""

from __future__ import annotations

from itertools import starmap

import numpy as np

from samvirke.analysis.kit.checks import Numbers

# A boundary that a count meets exactly must not fall on the wrong side by rounding.
_TIE = 1e-9


def e_test(before: Numbers, after: Numbers, base: Numbers, now: Numbers) -> Numbers:
    """Two-sided p-values; two counts of 0 give 1, and what is below 1e-15 is not told from 0."""
    rows = zip(before.tolist(), after.tolist(), base.tolist(), now.tolist(), strict=True)
    return np.fromiter(starmap(_p, rows), np.float64, len(before))


def _p(before: float, after: float, base: float, now: float) -> float:
    gap = before / base - after / now
    if gap == 0:
        return 1.0
    square = gap**2 / (before / base**2 + after / now**2)
    pooled = (before + after) / (base + now)
    first = _likely(pooled * base)
    low, high = _bounds(first / base, square, base, now)
    return min(1.0, float(_chances(first, pooled * base) @ _outside(low, high, pooled * now)))


def _likely(mean: float) -> Numbers:
    """The counts that hold all but 1e-15 of a Poisson distribution."""
    spread = 9 * mean**0.5
    return np.arange(max(0.0, np.floor(mean - spread - 10)), np.ceil(mean + spread + 40))


def _bounds(rate: Numbers, square: float, base: float, now: float) -> tuple[Numbers, Numbers]:
    """For each count of the first period, the second counts at and beyond which the statistic is as large.

    The statistic is (a − y)² / (a/base + y/now) for rates a and y; for a fixed a it falls until y = a and
    rises after, so the roots of a quadratic bound it on both sides.
    """
    half = rate + square / (2 * now)
    root = np.sqrt(half**2 - rate**2 + square * rate / base)
    slack = _TIE * (1 + half * now)
    low = np.where(rate > 0, np.floor((half - root) * now + slack), -1.0)
    return low, np.ceil((half + root) * now - slack)


def _chances(number: Numbers, mean: float) -> Numbers:
    from scipy.special import gammaln, xlogy  # late: scipy.special costs 0.1 s at start-up

    return np.exp(xlogy(number, mean) - mean - gammaln(number + 1))


def _outside(low: Numbers, high: Numbers, mean: float) -> Numbers:
    """The chance of a count of at most `low` or at least `high`, by adding up single counts from either end."""
    counts = _likely(mean)
    chances = _chances(counts, mean)
    upto = np.append(0.0, chances.cumsum())
    beyond = np.append(chances[::-1].cumsum()[::-1], 0.0)
    at_most, at_least = (np.clip(each - counts[0], 0, counts.size).astype(np.intp) for each in (low + 1, high))
    return upto[at_most] + beyond[at_least]
