"""Burglaries close to one another in place and time, in one municipality over the last year: more than by chance?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import numpy as np

from samvirke.analysis.near_repeat import Parameters, near_repeat
from samvirke.registers.incidents.queries.located import Located, located
from samvirke.registers.incidents.queries.store import Store
from samvirke.registers.places.models import Town

METRES, DAYS = 200.0, 14.0
SHUFFLES, SEED = 999, 20240820
_FEWEST_PAIRS = 5
_LEVEL = 0.02
_LEAST_RATIO = 1.2  # what the Near Repeat Calculator marks as worth a look (Ratcliffe)


@dataclass(frozen=True)
class NearRepeats:
    """What was found, and of what: pairs within 200 m and 14 days, how many chance would give, and p.

    `town` is the town nearest to most of the close pairs, empty when none is known.
    """

    n: int
    observed: int
    expected: float
    ratio: float
    p: float
    town: str
    first: date
    after: date
    shuffles: int
    seed: int

    def stored(self) -> dict[str, Any]:
        """As plain data, to be kept with the paper that tells of it."""
        return {**asdict(self), "first": self.first.isoformat(), "after": self.after.isoformat()}

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> NearRepeats:
        """The finding that was kept."""
        days = {name: date.fromisoformat(kept[name]) for name in ("first", "after")}
        return cls(**{**kept, **days})

    @property
    def stands_out(self) -> bool:
        """Whether it is worth a council's attention: enough pairs, plainly more than chance, and unlikely by chance."""
        return self.observed >= _FEWEST_PAIRS and self.p <= _LEVEL and self.ratio >= _LEAST_RATIO


def near_repeats(
    store: Store, towns: Iterable[Town], categories: tuple[str, ...], first: date, after: date, area: int | None
) -> NearRepeats | None:
    """The study; `None` when too few incidents have a known place to pair, or all have the same place or day."""
    points = located(store, categories, first, after, area or None)
    varies = [len(np.unique(points.day)) > 1, len(np.unique(np.column_stack([points.x, points.y]), axis=0)) > 1]
    if len(points.day) < 2 * _FEWEST_PAIRS or not all(varies):
        return None
    parameters = Parameters(
        metres=(0.0, METRES, np.inf), days=(0.0, DAYS, np.inf), metric="euclidean", shuffles=SHUFFLES
    )
    found = near_repeat(points.x, points.y, points.day, parameters, generator=np.random.default_rng(SEED))
    return NearRepeats(
        n=len(points.day),
        observed=int(found.observed[0][0]),
        expected=float(found.expected[0][0]),
        ratio=float(found.ratio[0][0]),
        p=float(found.p[0][0]),
        town=_town(towns, points, area),
        first=first,
        after=after,
        shuffles=SHUFFLES,
        seed=SEED,
    )


def _town(towns: Iterable[Town], points: Located, area: int | None) -> str:
    """The town that most of the close pairs lie nearest to."""
    # scipy.spatial takes a quarter of a second to load, and only a pack needs it.
    from scipy.spatial import cKDTree

    named = [town for town in towns if not area or town.municipality_id == area]
    pairs = cKDTree(np.column_stack([points.x, points.y])).query_pairs(METRES, output_type="ndarray")
    soon = pairs[np.abs(points.day[pairs[:, 0]] - points.day[pairs[:, 1]]) < DAYS]
    if not named or not len(soon):
        return ""
    at = np.column_stack([points.x[soon].mean(axis=1), points.y[soon].mean(axis=1)])
    nearest = cKDTree([(town.x, town.y) for town in named]).query(at)[1]
    return named[int(np.bincount(nearest).argmax())].name
