"""Rates and shares with their intervals; a hidden count has neither."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from scipy.special import gammaincinv

_LEVEL = 0.95
_Z = 1.959963984540054


@dataclass(frozen=True)
class Ratio:
    """A value with the ends of its 95 % interval. For a rate per 1,000, for a share between 0 and 1."""

    value: float
    low: float
    high: float


def rate(count: float, whole: float, per: float = 1000.0) -> Ratio:
    """Events per so many, with the exact Poisson interval (Garwood 1936)."""
    if whole <= 0:
        raise ValueError("a rate is divided by something above zero")
    tail = (1 - _LEVEL) / 2
    low = float(gammaincinv(count, tail)) if count > 0 else 0.0
    high = float(gammaincinv(count + 1, 1 - tail))
    return Ratio(count / whole * per, low / whole * per, high / whole * per)


def share(part: float, whole: float) -> Ratio:
    """A share of a sample, with Wilson's interval (1927)."""
    if whole <= 0 or not 0 <= part <= whole:
        raise ValueError("a share is a part of a whole above zero")
    p, square = part / whole, _Z**2
    middle = (p + square / (2 * whole)) / (1 + square / whole)
    half = _Z / (1 + square / whole) * sqrt(p * (1 - p) / whole + square / (4 * whole**2))
    return Ratio(p, min(p, max(middle - half, 0.0)), max(p, min(middle + half, 1.0)))


def share_difference(before: tuple[float, float], after: tuple[float, float]) -> Ratio:
    """The change of a share in percentage points (as a fraction), with Newcombe's interval (1998, method 10)."""
    first, second = share(*before), share(*after)
    change = second.value - first.value
    low = change - sqrt((second.value - second.low) ** 2 + (first.high - first.value) ** 2)
    high = change + sqrt((second.high - second.value) ** 2 + (first.value - first.low) ** 2)
    return Ratio(change, low, high)
