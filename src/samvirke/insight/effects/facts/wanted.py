"""What somebody wants to fix as a design, before it is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from samvirke.insight.effects.engine.area import Area
from samvirke.insight.effects.engine.periods import Periods
from samvirke.insight.effects.engine.sorts import BEFORE_AFTER, INCIDENTS, RATIO
from samvirke.insight.effects.models import Design


@dataclass(frozen=True)
class Wanted:
    """As the columns of a design say; `periods` is nothing where nothing is measured."""

    target: str
    key: str
    kind: str
    sort: str = BEFORE_AFTER
    outcome: str = INCIDENTS
    read: str = RATIO
    categories: tuple[str, ...] = ()
    treated: tuple[Area, ...] = ()
    comparison: tuple[Area, ...] = ()
    ring: int | None = None
    periods: Periods | None = None
    selection: str = "unknown"
    survey: dict[str, Any] = field(default_factory=dict)
    cost: int | None = None
    why_none: str = ""

    def columns(self) -> dict[str, Any]:
        """The columns of a row that hold it."""
        days = self.periods
        return {
            "target": self.target,
            "key": self.key,
            "kind": self.kind,
            "sort": self.sort,
            "outcome": self.outcome,
            "read": self.read,
            "categories": sorted(set(self.categories)),
            "treated": [one.stored() for one in self.treated],
            "comparison": [one.stored() for one in self.comparison],
            "ring": self.ring,
            "before_from": days.before_from if days else None,
            "before_until": days.before_until if days else None,
            "after_from": days.after_from if days else None,
            "after_until": days.after_until if days else None,
            "selection": self.selection,
            "survey": self.survey,
            "cost": self.cost,
            "why_none": self.why_none.strip(),
        }


def wanted_of(design: Design) -> Wanted:
    """A design as somebody would want it again."""
    return Wanted(
        target=design.target,
        key=design.key,
        kind=design.kind,
        sort=design.sort,
        outcome=design.outcome,
        read=design.read,
        categories=tuple(design.categories),
        treated=tuple(design.treated_areas),
        comparison=tuple(design.comparison_areas),
        ring=design.ring,
        periods=design.periods if design.is_measured else None,
        selection=design.selection,
        survey=design.survey,
        cost=design.cost,
        why_none=design.why_none,
    )
