"""Near-repeat burglaries: one home is burgled, and within days another one close by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from samvirke.analysis.simulation.plants.move import Moments, Points, Scene, earlier_by, in_disc, later_by
from samvirke.foundation.period import Period, period_of


@dataclass(frozen=True)
class Chain:
    """One run of burglaries; its days must all lie in the quarter of the first."""

    first: date
    links: int


@dataclass(frozen=True)
class Wave:
    """Chains of burglaries in one town: the next comes `soonest` to `latest` days later within `reach` metres."""

    name: str
    kinds: tuple[str, ...]
    municipality: int
    town: str
    east: int
    north: int
    spread: int
    chains: tuple[Chain, ...]
    reach: int
    soonest: int
    latest: int
    power: float

    def __post_init__(self) -> None:
        for chain in self.chains:
            last = np.datetime64(chain.first) + (chain.links - 1) * self.latest
            if period_of(last.item(), "quarter") != period_of(chain.first, "quarter"):
                raise ValueError(f"the chain from {chain.first} may reach {last}, in another quarter")

    def scene(self, quarter: Period, generator: np.random.Generator) -> Scene:
        """The burglaries of the chains that begin in a quarter."""
        chains = [chain for chain in self.chains if period_of(chain.first, "quarter") == quarter]
        days = [self._days(chain, generator) for chain in chains]
        points = [self._places(chain, generator) for chain in chains]
        if not chains:
            return Scene(np.empty((0, 2)))
        return Scene(np.concatenate(points), self._moments(np.concatenate(days), generator))

    def _days(self, chain: Chain, generator: np.random.Generator) -> Moments:
        steps = generator.integers(self.soonest, self.latest + 1, chain.links - 1)
        return np.datetime64(chain.first, "D") + np.concatenate(([0], np.cumsum(steps)))

    def _places(self, chain: Chain, generator: np.random.Generator) -> Points:
        start = np.array([[self.east, self.north]]) + generator.normal(0, self.spread, (1, 2))
        # Not nearer than 20 m: the next home, not the same one, or the wave would be one of repeats.
        steps = in_disc(chain.links - 1, self.reach, generator, nearest=20)
        return np.cumsum(np.concatenate((start, steps)), axis=0)

    def _moments(self, days: Moments, generator: np.random.Generator) -> tuple[Moments, Moments, Moments]:
        # Out in the daytime and home the same day, so that any way of dating a burglary gives the same day.
        ends = later_by(days, generator.integers(15 * 60, 19 * 60, len(days)))
        starts = earlier_by(ends, generator.integers(4 * 60, 9 * 60, len(days)))
        return starts, ends, later_by(ends, generator.integers(10, 180, len(days)))

    def truth(self) -> dict[str, Any]:
        """The plant as the truth file tells it."""
        last = max(np.datetime64(each.first) + (each.links - 1) * self.latest for each in self.chains)
        return {
            "name": self.name,
            "type": "near-repeat",
            "kinds": list(self.kinds),
            "municipality": self.municipality,
            "town": self.town,
            "east": self.east,
            "north": self.north,
            "from": str(min(each.first for each in self.chains)),
            "to": str(last),
            "chains": [{"first": str(each.first), "links": each.links} for each in self.chains],
            "incidents": sum(each.links for each in self.chains),
            "metres": self.reach,
            "days": self.latest,
            "power": self.power,
        }
