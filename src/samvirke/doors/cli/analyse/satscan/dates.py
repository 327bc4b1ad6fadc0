"""Days as SaTScan writes them: 2001/11/24, 2001-11-24, 11/24/2001, 2001/11, 2001, or a plain number."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

YEAR, MONTH, DAY = 1, 2, 3
NONE, GENERIC = 0, 4
_SEPARATORS = re.compile(r"[/\-.*]")


@dataclass(frozen=True)
class Written:
    """A date as it was written: year, month and day as far as they were given."""

    year: int
    month: int | None
    day: int | None

    @property
    def precision(self) -> int:
        """How exact it is."""
        return YEAR if self.month is None else MONTH if self.day is None else DAY

    def on(self, month: int, day: int) -> int:
        """The number of its day, with this month and day where none was given."""
        return _number(self.year, self.month or month, self.day or day)

    def last(self) -> int:
        """The number of the last day that it can mean."""
        if self.day is not None:
            return self.on(1, 1)
        month = self.month or 12
        following = (self.year + 1, 1) if month == 12 else (self.year, month + 1)
        return _number(*following, 1) - 1


def written(text: str, century_of: int | None = None) -> Written | None:
    """A date from its text, or None if it is none. A year of two digits is taken in the century of the study."""
    parts = _SEPARATORS.split(text.strip())
    if not 1 <= len(parts) <= 3 or not all(part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    year_last = len(numbers) > 1 and numbers[-1] > 999
    year, rest = (numbers[-1], numbers[:-1]) if year_last else (numbers[0], numbers[1:])
    if year < 100 and century_of is not None:
        year += century_of // 100 * 100
    if not 1 <= year <= 9999 or year < 100:
        return None
    found = Written(year, *[*rest, None, None][:2])
    try:
        found.on(1, 1)
    except ValueError:
        return None
    return found


def begins(start: int, end: int, unit: int, length: int) -> NDArray[np.int64]:
    """The first day of each interval and the day after the last: counted back from the end, the first may be longer."""
    edges, back = [end + 1], 0
    while edges[-1] > start:
        back += length
        edges.append(_earlier(end + 1, unit, back))
    if edges[-1] < start:
        edges = [*edges[:-2], start] if len(edges) > 2 else [end + 1, start]
    return np.array(edges[::-1], np.int64)


def units_between(start: int, end: int, unit: int) -> int:
    """How many units of time the study has, a begun one counting whole."""
    count = 0
    while _earlier(end + 1, unit, count) > start:
        count += 1
    return count


def _earlier(day: int, unit: int, count: int) -> int:
    """The day so many days, months or years earlier."""
    if unit not in (YEAR, MONTH):
        return day - count
    date = np.datetime64(day, "D")
    months = np.datetime64(date, "M")
    moved = months - count * (12 if unit == YEAR else 1)
    within = int((date - months.astype("datetime64[D]")).astype(int))
    length = int(((moved + 1).astype("datetime64[D]") - moved.astype("datetime64[D]")).astype(int))
    return int(moved.astype("datetime64[D]").astype(np.int64)) + min(within, length - 1)


def _number(year: int, month: int, day: int) -> int:
    return int(np.datetime64(f"{year:04d}-{month:02d}-{day:02d}", "D").astype(np.int64))
