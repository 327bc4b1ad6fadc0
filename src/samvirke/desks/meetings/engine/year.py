"""Lays out a year: so many meetings, evenly spread, on days when people meet, not too close to those that are fixed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from samvirke.desks.meetings.engine.holidays import Avoided

_WEEKDAY_AWAY = 7


@dataclass(frozen=True)
class Habits:
    """How a body meets: settings, not law. At least `between` days lie between two meetings, by `last` in the year."""

    last: date
    between: int
    weekday: int
    avoided: Avoided

    @property
    def begins(self) -> date:
        """Nothing is proposed before the middle of January."""
        return date(self.last.year, 1, 15)


def proposed_days(
    times: int, habits: Habits, fixed: Collection[date], *, first: date | None = None, busy: Collection[date] = ()
) -> list[date]:
    """The days still missing of `times` in the year, in order; fewer where no day is left.

    The time from `first` to the last day is cut into as many equal parts as there are meetings to hold in it; each
    part without a fixed day gets the day nearest to its middle that is not avoided, not `busy`, and far enough from
    every other. Where the days between leave no room they are halved.
    """
    begins = max(first or habits.begins, habits.begins)
    missing, ahead = times - len(fixed), [day for day in sorted(fixed) if begins <= day <= habits.last]
    if missing <= 0 or begins > habits.last:
        return []
    middles = _middles(begins, habits.last, missing + len(ahead))
    for day in ahead:
        middles.remove(min(middles, key=lambda middle: abs(middle - day)))
    found: list[date] = []
    for middle in middles:
        for apart in (habits.between, habits.between // 2):
            near = _nearest(middle, begins, habits, apart, [*fixed, *found], busy)
            if near is not None:
                found.append(near)
                break
    return sorted(found)


def _middles(begins: date, last: date, parts: int) -> list[date]:
    length = (last - begins).days / parts
    return [begins + timedelta(days=round(length * (part + 0.5))) for part in range(parts)]


def _nearest(
    middle: date, begins: date, habits: Habits, apart: int, taken: list[date], busy: Collection[date]
) -> date | None:
    """The free day nearest to the middle; another weekday than the usual one counts as a week further away."""
    days = (begins + timedelta(days=step) for step in range((habits.last - begins).days + 1))
    free = [
        day
        for day in days
        if habits.avoided.meets_on(day) and day not in busy and all(abs((day - other).days) >= apart for other in taken)
    ]
    return min(
        free, key=lambda day: abs((day - middle).days) + _WEEKDAY_AWAY * (day.weekday() != habits.weekday), default=None
    )
