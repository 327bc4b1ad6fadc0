"""How far a promise or a target was kept: week by week, or in the year, from the days on which something was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from samvirke.desks.deployments.engine.kind import DAYS, GROUPS, SCHOOLS, TIMES

_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Carried:
    """One deployment that was carried out: its day, and what is counted of it."""

    on: date
    school: str = ""
    groups: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Week:
    """A week by its Monday, and how much of what is wanted was reached in it."""

    monday: date
    reached: int
    wanted: int

    @property
    def is_kept(self) -> bool:
        """Whether it reached what was wanted."""
        return self.reached >= self.wanted


def amount(carried: Iterable[Carried], counted: str, companion: str = "") -> int:
    """How much of what is counted there was. A day, a school and a group count once, however often they were had."""
    rows = [one for one in carried if not companion or companion in one.companions]
    if counted == TIMES:
        return len(rows)
    if counted == DAYS:
        return len({one.on for one in rows})
    if counted == SCHOOLS:
        return len({one.school for one in rows if one.school})
    if counted == GROUPS:
        return len({group for one in rows for group in one.groups})
    return sum(one.counts.get(counted, 0) for one in rows)


def weeks_kept(
    carried: Iterable[Carried], counted: str, wanted: int, year: int, today: date, companion: str = ""
) -> list[Week]:
    """The whole weeks of a year that are over, from the first in which anything was written.

    A week belongs to the year in which its Thursday lies. Weeks before anything was written are not weeks in which
    nothing was done: nobody knows, and they are left out.
    """
    rows = list(carried)
    first = min((one.on for one in rows), default=None)
    if first is None:
        return []
    monday = max(_monday(first), _monday(date(year, 1, 4)))
    found = []
    while monday + _WEEK <= today and (monday + timedelta(days=3)).year == year:
        within = [one for one in rows if monday <= one.on < monday + _WEEK]
        found.append(Week(monday, amount(within, counted, companion), wanted))
        monday += _WEEK
    return found


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
