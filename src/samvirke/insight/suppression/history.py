"""What readers have seen of one period so far, release by release."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from samvirke.insight.suppression.cells import FEW, Cell, Earlier


@dataclass(frozen=True)
class Seen:
    """The newest that was seen of one cell: its number, or why none; since when, and whether it replaced another."""

    value: float | None
    why: str
    since: datetime
    changed: bool


@dataclass
class History:
    """One period, to one audience or to those that read each other's releases."""

    seen: dict[int, Seen] = field(default_factory=dict)

    def add(self, area: int, value: float | None, why: str, at: datetime) -> None:
        """A cell was released with this number, or hidden; what was seen before with the same is seen no newer."""
        if self.is_news(area, value):
            self.seen[area] = Seen(value, why, at, changed=area in self.seen)

    def is_news(self, area: int, value: float | None) -> bool:
        """Whether the audience has not seen just this."""
        return area not in self.seen or self.seen[area].value != value

    def add_all(self, cells: Mapping[int, Cell], at: datetime) -> None:
        """A whole column was released at once."""
        for area, cell in cells.items():
            self.add(area, cell.value, cell.hidden, at)

    def earlier(self, column: Mapping[int, float]) -> Earlier:
        """What the audience knows, beside the numbers as they are now."""
        groups: dict[datetime, set[int]] = defaultdict(set)
        for area, one in self.seen.items():
            if one.value is None:
                groups[one.since].add(area)
        shown = {area for area, one in self.seen.items() if one.value is not None}
        same = {area for area in shown if self.seen[area].value == column.get(area)}
        corrected = same != shown or any(one.changed for one in self.seen.values())
        few = frozenset(area for area, one in self.seen.items() if one.why == FEW)
        return Earlier(frozenset(same), tuple(frozenset(group) for group in groups.values()), few, corrected)
