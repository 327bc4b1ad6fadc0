"""Trouble on one night of the week at one place: what happened elsewhere in the town now happens there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.simulation.plants.move import Moments, Scene, in_disc, later_by
from samvirke.foundation.period import Period

_HOURS = 5
_LAST_REPORT_MINUTES = 300


@dataclass(frozen=True)
class NightCluster:
    """So many incidents a quarter are moved to nights of one weekday, 23 to 4, within a radius.

    `weekday` counts from Monday 0 and names the evening; `ratio` is how many times more than before are expected
    there in those hours when the scale is 1.
    """

    name: str
    kinds: tuple[str, ...]
    municipality: int
    east: int
    north: int
    radius: int
    weekday: int
    quarters: tuple[Period, ...]
    moved: int
    ratio: float
    power: float

    def scene(self, quarter: Period, generator: np.random.Generator) -> Scene:
        """The incidents of a quarter at the place."""
        if quarter not in self.quarters:
            return Scene(np.empty((0, 2)))
        points = np.array([self.east, self.north]) + in_disc(self.moved, self.radius, generator)
        evenings = generator.choice(self._evenings(quarter), self.moved)
        starts = later_by(evenings, 23 * 60 + generator.integers(0, _HOURS * 60, self.moved))
        wait = np.minimum(generator.exponential(30, self.moved) + 1, _LAST_REPORT_MINUTES)
        return Scene(points, (starts, starts, later_by(starts, wait)))

    def _evenings(self, quarter: Period) -> Moments:
        # The morning after belongs to the quarter too, or the report would be counted in the next one.
        days = np.arange(np.datetime64(quarter.first), np.datetime64(quarter.last))
        return days[(days.astype(np.int64) + 3) % 7 == self.weekday]

    def truth(self) -> dict[str, Any]:
        """The plant as the truth file tells it."""
        return {
            "name": self.name,
            "type": "night-cluster",
            "kinds": list(self.kinds),
            "municipality": self.municipality,
            "east": self.east,
            "north": self.north,
            "radius_metres": self.radius,
            "weekday": self.weekday,
            "from_hour": 23,
            "hours": _HOURS,
            "quarters": [str(each) for each in self.quarters],
            "moved_a_quarter": self.moved,
            "ratio": self.ratio,
            "power": self.power,
        }
