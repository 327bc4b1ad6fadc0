"""Whether a cluster is one that was there before and has grown, or a new one."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from samvirke.insight.emerging.engine.scanned import Found

T = TypeVar("T")


@dataclass(frozen=True)
class Last(Generic[T]):
    """Where and until when a known signal was seen last."""

    whose: T
    category: str
    municipality: int
    x: float | None
    y: float | None
    radius: float | None
    until: date


def grown_from(found: Found, known: Iterable[Last[T]]) -> T | None:
    """The signal that a cluster continues: the same type, circles that meet, and windows of time that overlap.

    Where neither tells its place, the same municipality does. Of several it is the one that was seen last.
    """
    same = [one for one in known if _continues(found, one)]
    return max(same, key=lambda one: one.until).whose if same else None


def _continues(found: Found, last: Last[T]) -> bool:
    if found.category != last.category or found.begins > last.until:
        return False
    if None in (found.x, found.y, found.radius, last.x, last.y, last.radius):
        return found.municipality == last.municipality and found.x is None and last.x is None
    apart = math.hypot((found.x or 0) - (last.x or 0), (found.y or 0) - (last.y or 0))
    return apart < (found.radius or 0) + (last.radius or 0)
