"""Getis and Ord's Gi and Gi*, and Anselin's local Moran, with their z under shuffled counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.local import discoveries as words
from samvirke.analysis.local.neighbours import Around, Whole

STATISTICS = GI_STAR, GI, MORAN = ("gi-star", "gi", "moran")


@dataclass(frozen=True)
class Standing:
    """What a place's statistic is, how many deviations it is from expected, and what it would be called.

    `told` is False where z is 0 or nothing could have come out differently: such a place is never significant.
    """

    value: Numbers
    z: Numbers
    told: NDArray[np.bool_]
    name: NDArray[np.str_]


def standing(statistic: str, count: Whole, found: Around) -> Standing:
    """One of the statistics, with weights of 1 for neighbours (for Moran, each neighbour's share of them)."""
    z = _deviations(count, found, itself=statistic == GI_STAR)
    if statistic == MORAN:
        return _moran(count, found, z)
    whole = float(count.sum())
    held, rest = (found.total + count, whole) if statistic == GI_STAR else (found.total, whole - count)
    value = np.divide(held, rest, out=np.full(count.size, np.nan), where=np.asarray(rest) > 0)
    return Standing(value, z, z != 0, np.where(z > 0, words.HOT, words.COLD))


def _moran(count: Whole, found: Around, z: Numbers) -> Standing:
    apart = count - count.mean()
    near = found.total / np.maximum(found.neighbours, 1) - count.mean()
    value = np.where(found.neighbours > 0, (count.size - 1) * apart * near / (apart**2).sum(), 0.0)
    high = np.where(near > 0, words.HIGH_HIGH, words.HIGH_LOW)
    low = np.where(near > 0, words.LOW_HIGH, words.LOW_LOW)
    # A count is the mean when so many times it is the sum; the mean itself is rounded.
    above = np.sign(count * count.size - count.sum())
    return Standing(value, np.where(above == 0, 0.0, z * above), above * z != 0, np.where(above > 0, high, low))


def _deviations(count: Whole, found: Around, *, itself: bool) -> Numbers:
    """How many deviations the sum is from what draws without replacement give; 0 where it cannot vary."""
    values = count.astype(np.float64)
    first, second = values.sum(), (values**2).sum()
    held, many, of = found.total.astype(np.float64), found.neighbours.astype(np.float64), float(count.size)
    if itself:
        held, many = held + values, many + 1
    else:
        first, second, of = first - values, second - values**2, of - 1
    expected = first * many / of
    spread = (of * second - first**2) * many * (of - many) / (of**2 * (of - 1))
    told = (spread > 0) & (found.neighbours > 0)
    off = np.divide(held - expected, np.sqrt(np.maximum(spread, 0)), out=np.zeros(count.size), where=told)
    # Whether it is exactly as expected is decided on whole numbers.
    exact = np.asarray(held * of == first * many)
    return np.where(found.neighbours > 0, np.where(exact, 0.0, off), np.nan)
