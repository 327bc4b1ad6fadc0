"""What an invented district is made of: towns, what is reported in them, how often and when, and what is planted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from samvirke.analysis.simulation.plants.move import Move
from samvirke.analysis.simulation.plants.rate_change import RateChange
from samvirke.foundation.period import Period


@dataclass(frozen=True)
class Town:
    """A town: its centre and spread in metres, and how much of its municipality's town life is there."""

    name: str
    postcode: int
    municipality: int
    east: int
    north: int
    spread: int
    share: float


@dataclass(frozen=True)
class Nightlife:
    """Where a town goes out on Friday and Saturday nights."""

    municipality: int
    east: int
    north: int
    spread: int


@dataclass(frozen=True)
class Setting:
    """Where a kind of thing happens.

    `narrowing` draws it closer to the centres of the towns (or away from them, above 1), `rural` is the share
    outside them, `nightlife` the share of the weekend nights that is where people go out.
    """

    narrowing: float
    rural: float
    nightlife: float = 0.0


@dataclass(frozen=True)
class Window:
    """How long the owner was away: a typical number of hours, and now and then some days."""

    hours: float
    spread: float
    away_share: float = 0.0
    away_days: float = 0.0


@dataclass(frozen=True)
class Kind:
    """One kind of incident. Its name is that of the common category, or of the indicator that counts it.

    `quarterly` is the expected number in an average quarter by municipality, `codes` the offence codes of the
    source with their shares, `months` (12, mean 1) the same in every year, `week` the 168 hours from Monday 0.
    Without a `window` the moment is known. `report_minutes` is the mean time from end to report.
    """

    name: str
    quarterly: Mapping[int, float]
    codes: Mapping[str, float]
    months: tuple[float, ...]
    week: tuple[float, ...]
    setting: Setting
    report_minutes: float
    window: Window | None = None
    in_homes: bool = False


@dataclass(frozen=True)
class Parameters:
    """A whole district. `scale` multiplies what is expected; what is moved to a planted place stays as it is.

    `young` is the share of each kind that has a suspect aged 10–17; of other kinds it is not told.
    """

    quarters: tuple[Period, ...]
    municipalities: tuple[int, ...]
    towns: tuple[Town, ...]
    nightlife: tuple[Nightlife, ...]
    kinds: tuple[Kind, ...]
    focus: tuple[str, ...]
    rate_changes: tuple[RateChange, ...]
    moves: tuple[Move, ...]
    repeat_share: float
    seed: int
    scale: float = 1.0
    journal: str = "DEMO"
    young: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if len(self.quarters) < 5:
            raise ValueError(
                "a district has at least five quarters: the latest is compared with that of the year before"
            )

    @property
    def codes(self) -> tuple[str, ...]:
        """Every offence code, kind by kind: a row's code is a position in this list."""
        return tuple(code for kind in self.kinds for code in kind.codes)

    @property
    def kind_of_code(self) -> tuple[str, ...]:
        """The name of the kind that each code belongs to."""
        return tuple(kind.name for kind in self.kinds for _code in kind.codes)

    def generator(self) -> np.random.Generator:
        """A fresh generator on the district's own seed."""
        return np.random.Generator(np.random.PCG64(self.seed))
