"""Looks one offence type through for places where more is reported of late than elsewhere at the same time."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.scan import Cluster, Parameters, scan
from samvirke.analysis.scan.parameters import PROSPECTIVE
from samvirke.foundation.fault import Refused
from samvirke.insight.emerging.engine.promise import MET, WEEK, Promise

# Half a kilometre: no square is one home. Thirteen weeks: what began within the last quarter. Three years before it.
SQUARE, REACH_KM = 500.0, 1.0
WINDOW_WEEKS, PAST_WEEKS = 13, 156
FEWEST, FEWEST_SPOTS = 3, 3
_SPOT_METRES = 25.0
_ANY_SEED = 20240820


@dataclass(frozen=True)
class Rows:
    """Reports of one type with a known point, by day of report (days from 1970); `dwelling` is empty where not told."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    day: NDArray[np.int64]
    municipality: NDArray[np.int64]
    dwelling: NDArray[Any]

    def __len__(self) -> int:
        return len(self.day)

    def only(self, chosen: NDArray[np.bool_]) -> Rows:
        """Some of them."""
        return Rows(*(column[chosen] for column in vars(self).values()))

    @property
    def spots(self) -> int:
        """How many homes, or spots of 25 metres where no home is told, they lie in."""
        at = zip(*(np.floor(each / _SPOT_METRES).astype(int).tolist() for each in (self.x, self.y)), strict=True)
        return len({home or spot for home, spot in zip(self.dwelling.tolist(), at, strict=True)})


@dataclass(frozen=True)
class Found:
    """A cluster that is an alarm: where, since when, how many, how rare. A place that points at a home has no circle.

    `weeks` are the reports in the circle in each of the last weeks, `usual` what was to be expected in each.
    """

    category: str
    x: float | None
    y: float | None
    radius: float | None
    municipality: int
    begins: date
    until: date
    observed: int
    expected: float
    p: float
    n: int
    weeks: tuple[int, ...]
    usual: tuple[float, ...]


def parameters(until: date, promise: Promise) -> Parameters:
    """How the scan of a week is asked."""
    since = until - timedelta(weeks=PAST_WEEKS) + timedelta(days=1)
    return Parameters(
        when=PROSPECTIVE,
        max_km=REACH_KM,
        max_days=WINDOW_WEEKS * WEEK,
        step_days=WEEK,
        since=since.isoformat(),
        until=until.isoformat(),
        shuffles=promise.deals,
        stop_after=MET,
        alarms_per_year=promise.alarms_per_year,
    )


def scanned(category: str, rows: Rows, until: date, promise: Promise) -> list[Found]:
    """The alarms of one type in the week that ends on a day, the rarest first; none where there is too little to deal.

    The seed is made of type and week: the same data give the same answer.
    """
    column, row = (np.floor(each / SQUARE).astype(np.int64) for each in (rows.x, rows.y))
    names = np.char.add(np.char.add(column.astype(str), " "), row.astype(str))
    generator = np.random.default_rng([_ANY_SEED, zlib.crc32(category.encode()), until.toordinal()])
    try:
        answer = scan(
            (column + 0.5) * SQUARE,
            (row + 0.5) * SQUARE,
            rows.day.astype("datetime64[D]"),
            place=names,
            parameters=parameters(until, promise),
            generator=generator,
        )
    except Refused:
        # All in one week or one square, or fewer reports than can be dealt out: nothing can stand out.
        return []
    rare = [one for one in answer.clusters if one.p is not None and one.p <= promise.alarm_p]
    return [_found(category, rows, np.isin(names, one.members), one, until) for one in rare if one.observed >= FEWEST]


def _found(category: str, rows: Rows, inside: NDArray[np.bool_], cluster: Cluster, until: date) -> Found:
    begins = date.fromisoformat(str(cluster.start))
    there = rows.only(inside)
    now = there.only(there.day >= _number(begins))
    told = now.spots >= FEWEST_SPOTS
    weeks, all_weeks = _weekly(there, until), _weekly(rows, until)
    share = len(there) / len(rows)
    return Found(
        category=category,
        x=cluster.x if told else None,
        y=cluster.y if told else None,
        radius=cluster.radius + SQUARE if told else None,
        municipality=int(np.bincount(now.municipality).argmax()),
        begins=begins,
        until=until,
        observed=cluster.observed,
        expected=round(cluster.expected, 2),
        p=float(cluster.p or 0.0),
        n=len(rows),
        weeks=tuple(weeks.tolist()),
        usual=tuple(round(share * each, 2) for each in all_weeks.tolist()),
    )


def _weekly(rows: Rows, until: date) -> NDArray[np.int64]:
    """Reports in each of the last twice thirteen weeks, the oldest first."""
    ago = (_number(until) - rows.day) // WEEK
    return np.bincount(ago[ago < 2 * WINDOW_WEEKS], minlength=2 * WINDOW_WEEKS)[::-1]


def _number(day: date) -> int:
    return (day - date(1970, 1, 1)).days
