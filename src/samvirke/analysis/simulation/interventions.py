"""Invented interventions with a planted effect: what was to be found is known, so one sees whether it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Numbers

BLOCK = 28
Days = NDArray[np.int64]


@dataclass(frozen=True)
class World:
    """How long before and after, in stretches of four weeks, and what the counts are like.

    `level` is the range of incidents in a stretch, `like` the range of the comparison area's level beside it (1: the
    same), `spread` how many times more than by Poisson's law counts vary.
    """

    before: int = 26
    after: int = 13
    level: tuple[float, float] = (3.0, 40.0)
    like: tuple[float, float] = (0.5, 3.0)
    spread: float = 1.0


@dataclass(frozen=True)
class Intervention:
    """The days of all incidents in the treated area, the comparison area and the rings around both, and the truth.

    `ratio` is the planted ratio. `difference` is how many fewer (below 0) or more are to be expected in the period
    after, with what moved to the ring; it is the truth of the difference where both areas have the same level.
    """

    first: int
    treated: Days
    control: Days
    ring: Days
    control_ring: Days
    ratio: float
    difference: float


def intervention(world: World, first: int, generator: np.random.Generator) -> Intervention:
    """One that does nothing in a third of all cases; else between half as many and a fifth more. Part of it moves.

    Both areas share seasons and a trend, which no measure has anything to do with.
    """
    many = world.before + world.after
    stretch = np.arange(many)
    season = np.exp(
        generator.uniform(0, 0.3) * np.sin(2 * np.pi * stretch / 13 + generator.uniform(0, 6))
        + generator.uniform(-0.15, 0.15) * stretch / 13
    )
    ratio = 1.0 if generator.random() < 1 / 3 else float(generator.uniform(0.5, 1.2))
    moves = float(generator.uniform(-0.3, 0.5))
    level = float(np.exp(generator.uniform(*np.log(world.level))))
    like = float(np.exp(generator.uniform(*np.log(world.like))))
    begun = stretch >= world.before
    treated, control = level * season * np.where(begun, ratio, 1.0), like * level * season
    lost = level * season * (1 - ratio) * begun
    ring, beside = np.maximum(1.5 * level * season + moves * lost, 0.1), 1.5 * level * season

    def days(mean: Numbers) -> Days:
        return _days(_drawn(mean, world.spread, generator), first, generator)

    gone = float((treated - level * season)[begun].sum() + (ring - beside)[begun].sum())
    return Intervention(first, days(treated), days(control), days(ring), days(beside), ratio, gone)


def _drawn(mean: Numbers, spread: float, generator: np.random.Generator) -> NDArray[np.int64]:
    if spread == 1:
        return generator.poisson(mean)
    # A negative binomial whose variance is so many times its mean.
    return generator.negative_binomial(mean / (spread - 1), 1 / spread)


def _days(counts: NDArray[np.int64], first: int, generator: np.random.Generator) -> Days:
    """Each incident on some day of its stretch."""
    begins = np.repeat(first + BLOCK * np.arange(counts.size), counts)
    return begins + generator.integers(0, BLOCK, begins.size)
