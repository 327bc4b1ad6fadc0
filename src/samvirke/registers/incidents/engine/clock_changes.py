"""The hours that a time zone's clock skips in spring and repeats in autumn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Changes:
    """Intervals of the local clock, from (included) to (not included)."""

    skipped: tuple[tuple[datetime, datetime], ...]
    repeated: tuple[tuple[datetime, datetime], ...]


@cache
def clock_changes(zone: str, first_year: int = 1970, last_year: int = 2040) -> Changes:
    """Every change of a zone's clock between two years, found by stepping through the days in UTC."""
    place, step = ZoneInfo(zone), timedelta(days=1)
    moment, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    skipped: list[tuple[datetime, datetime]] = []
    repeated: list[tuple[datetime, datetime]] = []
    while moment < end:
        before, after = _offset(moment, place), _offset(moment + step, place)
        if before != after:
            at = _instant_of_change(moment, moment + step, place)
            old, new = (at + before).replace(tzinfo=None), (at + after).replace(tzinfo=None)
            (skipped if new > old else repeated).append((min(old, new), max(old, new)))
        moment += step
    return Changes(tuple(skipped), tuple(repeated))


def _offset(moment: datetime, place: ZoneInfo) -> timedelta:
    offset = moment.astimezone(place).utcoffset()
    return offset if offset is not None else timedelta()


def _instant_of_change(low: datetime, high: datetime, place: ZoneInfo) -> datetime:
    before = _offset(low, place)
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) / 2
        middle = middle.replace(second=0, microsecond=0)
        low, high = (middle, high) if _offset(middle, place) == before else (low, middle)
    return high
