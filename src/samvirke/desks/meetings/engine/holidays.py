"""The days on which Danish councils do not meet: public holidays, and the weeks that settings leave out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_FIXED = ((1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31))
# Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension and the day after, Whit Monday.
_FROM_EASTER = (-3, -2, 1, 39, 40, 50)
# Great Prayer Day was a public holiday until it was abolished by law as of 2024.
_GREAT_PRAYER, _LAST_GREAT_PRAYER = 26, 2023
_SATURDAY = 5


@dataclass(frozen=True)
class Avoided:
    """Settings, not law: the months and the weeks (ISO) of the year in which a body does not meet."""

    months: tuple[int, ...] = (7,)
    weeks: tuple[int, ...] = (1, 7, 42, 52, 53)

    def meets_on(self, day: date) -> bool:
        """Whether a meeting may be proposed for the day."""
        return (
            day.weekday() < _SATURDAY
            and day.month not in self.months
            and day.isocalendar().week not in self.weeks
            and day not in holidays(day.year)
        )


@cache
def holidays(year: int) -> frozenset[date]:
    """The public holidays of a year, with the Constitution Day and the day after Ascension, when offices are closed."""
    sunday = easter(year)
    moving = _FROM_EASTER + ((_GREAT_PRAYER,) if year <= _LAST_GREAT_PRAYER else ())
    return frozenset(date(year, *day) for day in _FIXED) | {sunday + timedelta(days=days) for days in moving}


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher: Astronomical Algorithms, chapter 8)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
