"""A junction with few collisions, and then more and more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.simulation.plants.move import Scene, in_disc
from samvirke.foundation.period import Period


@dataclass(frozen=True)
class Junction:
    """So many of the municipality's collisions in each quarter lie within `radius` metres of one point."""

    name: str
    kinds: tuple[str, ...]
    municipality: int
    east: int
    north: int
    radius: int
    quarterly: Mapping[str, int]
    power: float

    def scene(self, quarter: Period, generator: np.random.Generator) -> Scene:
        """The places of a quarter's collisions; when they happened is left to chance."""
        number = self.quarterly.get(str(quarter), 0)
        return Scene(np.array([self.east, self.north]) + in_disc(number, self.radius, generator))

    def truth(self) -> dict[str, Any]:
        """The plant as the truth file tells it."""
        return {
            "name": self.name,
            "type": "junction",
            "kinds": list(self.kinds),
            "municipality": self.municipality,
            "east": self.east,
            "north": self.north,
            "radius_metres": self.radius,
            "quarterly": dict(self.quarterly),
            "power": self.power,
        }
