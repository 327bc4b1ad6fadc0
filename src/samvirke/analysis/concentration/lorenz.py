"""The Lorenz curve of places, kept by value: places that have the same lie on one straight piece of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Numbers

# Half of a sum of fractions is seldom met exactly; this much of the whole counts as met.
_MET = 1e-12
_CELLS_AT_ONCE = 4_000_000


@dataclass(frozen=True)
class Curve:
    """Places by what they have, fewest first. `times` may hold many drawings of the places, one a row."""

    values: Numbers
    times: NDArray[np.int64]

    @classmethod
    def of(cls, totals: Numbers, places: int) -> Curve:
        """The curve of these places, and of as many empty ones as are missing."""
        values, times = np.unique(np.append(totals, 0.0), return_counts=True)
        times[0] += places - len(totals) - 1
        held = times > 0
        return cls(values[held], times[held])

    @property
    def total(self) -> Numbers:
        """What all places have together."""
        return self.times @ self.values

    @property
    def gini(self) -> Numbers:
        """1 less twice the area under the curve."""
        upto = np.cumsum(self.times * self.values, axis=-1)
        twice = 2 * upto - self.times * self.values
        return 1 - (self.times * twice).sum(axis=-1) / (self.times.sum(axis=-1) * upto[..., -1])

    @property
    def for_half(self) -> NDArray[np.int64]:
        """The fewest places that together have half."""
        values, times = self.values[::-1], self.times[..., ::-1]
        upto, places = np.cumsum(times * values, axis=-1), np.cumsum(times, axis=-1)
        half = upto[..., -1:] * (0.5 - _MET)
        row = np.argmax(upto >= half, axis=-1)[..., None]
        over = np.take_along_axis(upto, row, -1) - half
        spare = np.floor(over / np.maximum(values[row], np.finfo(float).tiny))
        return (np.take_along_axis(places, row, -1) - spare.astype(np.int64))[..., 0]

    def corners(self, most: int) -> Numbers:
        """Points of the curve from (0, 0) to (1, 1): every corner, or evenly chosen ones if there are too many."""
        held = np.append(0.0, np.cumsum(self.times * self.values))
        reached = np.append(0.0, np.cumsum(self.times))
        points = np.column_stack([reached / reached[-1], held / held[-1]])
        chosen = np.unique(np.linspace(0, len(points) - 1, min(most, len(points))).round().astype(int))
        return points[chosen]

    def resampled(self, generator: np.random.Generator, resamples: int) -> tuple[Numbers, Numbers]:
        """Gini and share for half when the places are drawn again with replacement, for each drawing."""
        places = int(self.times.sum())
        step = max(1, _CELLS_AT_ONCE // len(self.values))
        ginis, shares = [], []
        for first in range(0, resamples, step):
            size = min(step, resamples - first)
            times = generator.multinomial(places, self.times / places, size=size)
            drawn = Curve(self.values, times[times @ self.values > 0])
            ginis.append(drawn.gini)
            shares.append(drawn.for_half / places)
        return np.concatenate(ginis), np.concatenate(shares)


def generalised(gini: float, incidents: int, places: int) -> float:
    """The Gini measured against the most even spread that so few incidents allow (Bernasco and Steenbeek)."""
    return max(places / incidents, 1.0) * (gini - 1) + 1
