"""Which areas moved like the treated one before anything was done: by level, by likeness, by trend, with reasons."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.effect.parallel import APART, Parallel, parallel
from samvirke.insight.effects.engine.periods import BLOCK, YEAR

Name = TypeVar("Name", bound=Hashable)
Counts = NDArray[np.float64]


@dataclass(frozen=True)
class Candidate(Generic[Name]):
    """`level` is how many incidents it had for each of the treated area; `likeness` the correlation of both series."""

    name: Name
    n: int
    level: float
    likeness: float
    trend: Parallel

    @property
    def distance(self) -> float:
        """From 0 on: half a doubling of the level, a correlation lower by a half and a trend apart weigh alike."""
        drift = abs(math.log(self.trend.trend)) if math.isfinite(self.trend.trend) else 1.0
        apart = 2.0 if self.trend.verdict == APART else 0.0
        return abs(math.log2(self.level)) + (1 - self.likeness) + drift + apart


def ranked(treated: Counts, others: Mapping[Name, Counts], most: int) -> list[Candidate[Name]]:
    """The most similar first; what has no incident is none."""
    found = [
        Candidate(
            name,
            int(counts.sum()),
            float(counts.sum() / max(treated.sum(), 1.0)),
            _likeness(treated, counts),
            parallel(treated, counts, BLOCK / YEAR),
        )
        for name, counts in others.items()
        if counts.sum() > 0
    ]
    return sorted(found, key=lambda one: (one.distance, str(one.name)))[:most]


def _likeness(one: Counts, other: Counts) -> float:
    """The correlation of square roots, whose chance error does not grow with the count; 0 where one never varies."""
    first, second = np.sqrt(one), np.sqrt(other)
    if first.size < 3 or first.std() == 0 or second.std() == 0:
        return 0.0
    return float(np.corrcoef(first, second)[0, 1])
