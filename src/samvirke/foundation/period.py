"""Months, quarters and years, and how they follow one another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_IN_A_YEAR = {"month": 12, "quarter": 4, "year": 1}
_WRITTEN = re.compile(r"(?P<year>\d{4})(?:Q(?P<quarter>\d)|-(?P<month>\d{2}))?", re.ASCII)
# What somebody may write; comparisons look years back and a quarter ahead, and stay within the calendar.
_YEARS = range(1900, 2200)


@dataclass(frozen=True, order=True)
class Period:
    """One month, quarter or year. `number` counts from 1 within the year."""

    year: int
    number: int
    kind: str

    def __post_init__(self) -> None:
        if not (1 <= self.number <= _IN_A_YEAR[self.kind] and 1 <= self.year <= 9999):
            raise ValueError(f"no {self.kind} {self.number} in {self.year}")

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, (self.number - 1) * self._months + 1, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return self.shifted(1).first - timedelta(days=1)

    @property
    def after(self) -> date:
        """The first day that no longer belongs to it."""
        return self.shifted(1).first

    @property
    def _months(self) -> int:
        return 12 // _IN_A_YEAR[self.kind]

    @property
    def _index(self) -> int:
        return self.year * _IN_A_YEAR[self.kind] + self.number - 1

    def shifted(self, steps: int) -> Period:
        """The period so many steps later (or earlier, when negative)."""
        year, number = divmod(self._index + steps, _IN_A_YEAR[self.kind])
        return Period(year, number + 1, self.kind)

    def year_before(self) -> Period:
        """The same month or quarter in the year before."""
        return Period(self.year - 1, self.number, self.kind)

    def within(self, kind: str) -> list[Period]:
        """The months (or quarters) that make it up, in order."""
        count = _IN_A_YEAR[kind] // _IN_A_YEAR[self.kind]
        first = period_of(self.first, kind)
        return [first.shifted(step) for step in range(count)]

    def back(self, count: int) -> list[Period]:
        """So many periods in order, of which this is the last."""
        return [self.shifted(step) for step in range(1 - count, 1)]

    def __str__(self) -> str:
        if self.kind == "year":
            return f"{self.year}"
        return f"{self.year}Q{self.number}" if self.kind == "quarter" else f"{self.year}-{self.number:02}"


def period_of(day: date, kind: str) -> Period:
    """The month, quarter or year that a day falls in."""
    months = 12 // _IN_A_YEAR[kind]
    return Period(day.year, (day.month - 1) // months + 1, kind)


def read_period(written: str, kind: str = "") -> Period:
    """A period from "2024Q2", "2024-06" or "2024"; with `kind`, only that kind is taken.

    Raises `Refused` when there is no such period.
    """
    match = _WRITTEN.fullmatch(written.strip().upper())
    if match:
        parts = match.groupdict()
        found = next((name for name in ("quarter", "month") if parts[name]), "year")
        number = int(parts[found]) if found != "year" else 1
        if 1 <= number <= _IN_A_YEAR[found] and int(parts["year"]) in _YEARS and kind in ("", found):
            return Period(int(parts["year"]), number, found)
    what = Said(_("There is no period “{written}”."), {"written": written})
    remedies = {
        "quarter": _("Write a quarter as 2024Q2; the year has Q1 to Q4."),
        "month": _("Write a month as 2024-06."),
        "year": _("Write a year as 2024."),
        "": _("Write a quarter as 2024Q2, a month as 2024-06 or a year as 2024."),
    }
    raise Refused.because(what, remedies[kind])
