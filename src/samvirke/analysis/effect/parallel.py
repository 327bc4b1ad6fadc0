"""Did two series move alike before anything was done? The share of one in both, and whether it drifted."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.effect.difference import t_reach
from samvirke.analysis.kit.checks import Numbers

ALIKE, APART, CANNOT_TELL = VERDICTS = ("alike", "apart", "cannot tell")
# Fewer stretches of time or incidents than these show no trend; an interval this wide would hide a doubling in a year.
_FEWEST_BLOCKS, _FEWEST = 6, 20
_WIDEST = 4.0
_ROUNDS, _CLOSE = 50, 1e-10


@dataclass(frozen=True)
class Parallel:
    """By what factor one series rose a year beside the other (1: alike), its interval, and what that says.

    `dispersion` is how many times more than by chance alone the shares vary about that trend (at least 1), from so
    many degrees of freedom.
    """

    blocks: int
    treated: int
    control: int
    trend: float
    interval: tuple[float, float]
    dispersion: float
    free: int
    verdict: str


def parallel(treated: ArrayLike, control: ArrayLike, years: float, level: float = 0.95) -> Parallel:
    """Counts of both series in stretches of equal length, `years` long each, in order of time.

    Given both counts of a stretch, one of them is a binomial share of their sum: a logistic regression of that share
    on time, with the spread estimated (quasi-binomial), whatever the seasons that both have.
    """
    one, other = np.asarray(treated, np.float64), np.asarray(control, np.float64)
    both = one + other
    seen = both > 0
    blocks, sums = int(seen.sum()), (int(one.sum()), int(other.sum()))
    if blocks < 3 or min(sums) == 0:
        return Parallel(blocks, *sums, math.nan, (math.nan, math.nan), 1.0, 0, CANNOT_TELL)
    when = np.arange(one.size)[seen] * years
    design = np.column_stack([np.ones(blocks), when - when.mean()])
    beta, cover, spread = _fit(design, one[seen], both[seen])
    free = blocks - 2
    error = t_reach(free, level) * math.sqrt(max(spread, 1.0) * cover[1, 1])
    ends = _exp(beta[1] - error), _exp(beta[1] + error)
    few = blocks < _FEWEST_BLOCKS or min(sums) < _FEWEST
    verdict = CANNOT_TELL if few else _verdict(*ends)
    return Parallel(blocks, *sums, _exp(beta[1]), ends, max(spread, 1.0), free, verdict)


def _verdict(low: float, high: float) -> str:
    if low > 1 or high < 1:
        return APART
    return ALIKE if high / low < _WIDEST else CANNOT_TELL


def _fit(design: Numbers, one: Numbers, both: Numbers) -> tuple[Numbers, Numbers, float]:
    """Iteratively reweighted least squares; the covariance for a spread of 1, and Pearson's spread."""
    beta: Numbers = np.zeros(design.shape[1])
    beta[0] = math.log(one.sum() / (both.sum() - one.sum()))
    for _round in range(_ROUNDS):
        share = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        weight = np.maximum(both * share * (1 - share), 1e-12)
        step = np.linalg.solve(design.T @ (weight[:, None] * design), design.T @ (one - both * share))
        beta = beta + step
        if np.abs(step).max() < _CLOSE:
            break
    share = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
    weight = np.maximum(both * share * (1 - share), 1e-12)
    free = len(one) - design.shape[1]
    spread = float(((one - both * share) ** 2 / weight).sum()) / free if free > 0 else 1.0
    cover = np.asarray(np.linalg.inv(design.T @ (weight[:, None] * design)), np.float64)
    return beta, cover, spread


def _exp(value: float) -> float:
    return math.exp(min(max(value, -50.0), 50.0))
