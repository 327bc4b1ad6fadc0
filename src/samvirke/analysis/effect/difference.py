"""The weighted displacement difference: how many more or fewer than where nothing was done, with its chance error."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from samvirke.analysis.kit.checks import Numbers

# Below this many incidents before and after together, the normal curve is no guide to a count.
_FEWEST = 10


@dataclass(frozen=True)
class Area:
    """Counts before and after of one area, one for each kind of offence; `size` is what they are divided by."""

    before: Numbers
    after: Numbers
    size: float

    @property
    def total(self) -> int:
        """All incidents of the area."""
        return int(self.before.sum() + self.after.sum())


@dataclass(frozen=True)
class Times:
    """How long the periods before and after are, in any unit."""

    before: float
    after: float


@dataclass(frozen=True)
class Difference:
    """An estimate and its standard error."""

    estimate: float
    se: float

    def __add__(self, other: Difference) -> Difference:
        return Difference(self.estimate + other.estimate, math.hypot(self.se, other.se))

    def interval(self, z: float) -> tuple[float, float]:
        """The estimate less and plus z standard errors."""
        return self.estimate - z * self.se, self.estimate + z * self.se


def difference(treated: Area, control: Area, times: Times, harm: Numbers, dispersion: float) -> Difference:
    """What changed in one area beyond what changed in the other, each kind of offence weighed by its harm."""
    estimate, variance = 0.0, 0.0
    for sign, area in ((1, treated), (-1, control)):
        for side, counts, long in ((1, area.after, times.after), (-1, area.before, times.before)):
            weights = harm / (long * area.size)
            estimate += sign * side * float(weights @ counts)
            variance += float(weights**2 @ counts)
    return Difference(estimate, math.sqrt(variance * dispersion))


def ratio(treated: Area, control: Area, z: float, dispersion: float) -> tuple[float, tuple[float, float]]:
    """The relative effect size: the treated area's change as a ratio, over the control's; sizes and times fall out.

    The interval is that of the logarithm; a count of nothing leaves it unknown.
    """
    four = [each.sum() for each in (treated.after, treated.before, control.after, control.before)]
    if min(four) == 0:
        return math.nan, (math.nan, math.nan)
    found = (four[0] / four[1]) / (four[2] / four[3])
    error = z * math.sqrt(dispersion * sum(1 / each for each in four))
    return float(found), (float(found * math.exp(-error)), float(found * math.exp(error)))


def too_few(treated: Area, control: Area) -> bool:
    """Whether chance alone moves these counts too much for the normal curve to hold."""
    return min(treated.total, control.total) < _FEWEST


def t_reach(free: int, level: float) -> float:
    """How many standard errors the interval reaches, with so many degrees of freedom behind the spread."""
    from scipy.special import stdtrit  # late: scipy.special costs 0.1 s at start-up

    return float(stdtrit(float(free), (1 + level) / 2))


def no_area(kinds: int) -> Area:
    """An area that was not looked at."""
    return Area(np.zeros(kinds), np.zeros(kinds), 1.0)
