"""The upper end of what chance allows: quantile and tail of the negative binomial, summed term by term.

Each term follows from the one before by one ratio (Panjer's), so no logarithm is taken but one. What is too wide
to be summed in good time is found by halving an interval.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import njit

from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.kit.threads import in_parts

# Mean and dispersion up to which terms are summed; the logarithm below which the first term is too small to begin.
_WIDEST, _MOST, _DEEPEST = 1e5, 300.0, 600.0
_NOTHING = 1e-18
# Below it numbers lose digits until they no longer fall, and a sum would never end.
_VANISHED = 1e-300
_LEFT = -1.0
# Counts above it cannot be told from their neighbours well enough to look for one of them.
_COUNTABLE = 1e12


@njit(cache=True, nogil=True, error_model="numpy")
def _beyond(term: float, k: int, base: float, share: float) -> float:
    """The sum of all terms after the one at k."""
    total = 0.0
    while term > _VANISHED:
        term *= (base + k * share) / (k + 1)
        k += 1
        total += term
        if term < _NOTHING * total and base + k * share < k + 1:
            break
    return total


@njit(cache=True, nogil=True, error_model="numpy")
def _before(term: float, k: int, base: float, share: float) -> float:
    """The sum of all terms before the one at k."""
    total = 0.0
    while k > 0 and term > _VANISHED:
        k -= 1
        term *= (k + 1) / (base + k * share)
        total += term
    return total


@njit(cache=True, nogil=True, error_model="numpy")
def _up(begin: tuple, base: float, share: float, target: float, y: float) -> tuple:
    """Walk up from a term, and give the first k whose sum reaches the target, and P(Y ≥ y)."""
    k, term, summed, total = begin
    quantile, tail = _LEFT, _LEFT
    mean = base / (1 - share)
    while term > _VANISHED:
        if quantile < 0 and summed >= target * total:
            quantile = float(k)
        if k == y - 1:
            tail = _beyond(term, k, base, share) / total if y > mean else 1 - summed / total
        if quantile >= 0 and k >= y - 1:
            return quantile, tail
        term *= (base + k * share) / (k + 1)
        k += 1
        summed += term
    return quantile, 0.0 if y > mean else _LEFT


@njit(cache=True, nogil=True, error_model="numpy")
def _one(mean: float, dispersion: float, y: float, target: float) -> tuple:
    """Quantile and P(Y ≥ y); −1 where there are too many terms."""
    if not (mean < _WIDEST and dispersion < _MOST):
        return _LEFT, _LEFT
    base, share, over = mean / dispersion, (dispersion - 1) / dispersion, dispersion - 1
    deep = mean * (math.log1p(over) / over) if over > 0 else mean
    if deep < _DEEPEST:
        first = math.exp(-deep)
        quantile, tail = _up((0, first, first, 1.0), base, share, target, y)
        return quantile, 1.0 if y <= 0 else tail
    mode = math.ceil((base - 1) / (1 - share))
    below = _before(1.0, mode, base, share)
    total = below + 1.0 + _beyond(1.0, mode, base, share)
    if below >= target * total:
        return _LEFT, _LEFT
    quantile, tail = _up((mode, 1.0, below + 1.0, total), base, share, target, y)
    if y - 1 < mode:
        term, k = 1.0, mode
        while k > y - 1 and k > 0:
            k -= 1
            term *= (k + 1) / (base + k * share)
        tail = 1.0 if y <= 0 else 1 - (term + _before(term, k, base, share)) / total
    return quantile, tail


@njit(cache=True, nogil=True, error_model="numpy")
def _all(mean: Any, dispersion: Any, y: Any, target: float, quantile: Any, tail: Any) -> None:
    for i in range(mean.size):
        quantile[i], tail[i] = _one(mean[i], dispersion[i], y[i], target)


def negative_binomial(mean: Numbers, dispersion: Numbers, y: Numbers, alpha: float) -> tuple[Numbers, Numbers]:
    """The (1 − alpha) quantile and P(Y ≥ y) for counts of this mean whose variance is dispersion times the mean.

    A dispersion of 1 is Poisson. A mean that is not finite has neither.
    """
    quantile, tail = np.empty(mean.size), np.empty(mean.size)
    mu, phi, seen = given = mean.ravel(), dispersion.ravel(), y.ravel()

    def some(part: slice) -> None:
        _all(mu[part], phi[part], seen[part], 1 - alpha, quantile[part], tail[part])

    in_parts(some, mean.size)
    left = np.flatnonzero((quantile < 0) | (tail < 0))
    if left.size:
        quantile[left], tail[left] = _wide(given[0][left], given[1][left], given[2][left], alpha)
    return quantile.reshape(mean.shape), tail.reshape(mean.shape)


def _wide(mean: Numbers, dispersion: Numbers, y: Numbers, alpha: float) -> tuple[Numbers, Numbers]:
    """The same by incomplete beta and gamma functions, halving the interval that holds the quantile."""
    from scipy.special import ndtri  # late: scipy costs time at start-up

    known = np.isfinite(mean)
    mu = np.where(known, mean, 1.0)
    deviation, z = np.sqrt(mu * dispersion), ndtri(1 - alpha)
    # Cornish and Fisher: all there is to say of counts too large to be told from their neighbours.
    guess = mu + deviation * (z + (2 * dispersion - 1) / deviation * (z * z - 1) / 6)
    low, high = np.full(mu.shape, -1.0), np.ceil(mu + 60 * (deviation + dispersion))
    small = high < _COUNTABLE
    while (high - low > 1)[small].any():
        middle = np.floor((low + high) / 2)
        enough = _at_least(middle + 1, mu, dispersion) <= alpha
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
        low = np.where(small, low, high - 1)
    quantile = np.where(small, high, np.round(guess))
    return np.where(known, quantile, np.nan), np.where(known, _at_least(y, mu, dispersion), np.nan)


def _at_least(y: Numbers, mean: Numbers, dispersion: Numbers) -> Numbers:
    """P(Y ≥ y)."""
    from scipy.special import betainc, gammainc  # late: scipy costs time at start-up

    over = dispersion > 1
    share = np.where(over, dispersion - 1, 1.0) / dispersion
    size = mean / np.where(over, dispersion - 1, 1.0)
    at, some = np.maximum(y, 1.0), y > 0
    return np.where(some, np.where(over, betainc(at, size, share), gammainc(at, mean)), 1.0)
