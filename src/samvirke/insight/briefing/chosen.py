"""Which indicators a district's papers follow: those of its plan's focus areas, or every category it has figures of."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.desks.plan.models import FocusArea, Plan
from samvirke.desks.plan.queries.plans import plan_in_force
from samvirke.foundation.words import Words
from samvirke.insight.indicators.by_category import by_category
from samvirke.insight.indicators.every import indicator_here
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Indicator


@dataclass(frozen=True)
class Followed:
    """A focus area and the indicators that follow it; no focus area in a district without a plan."""

    focus: FocusArea | None
    indicators: tuple[Indicator, ...]

    @property
    def words(self) -> Words:
        """The focus area's title."""
        return self.focus.words if self.focus else Words(da="–", en="–")


@dataclass(frozen=True)
class Chosen:
    """The plan in force and what is followed under it."""

    plan: Plan | None
    followed: tuple[Followed, ...]

    def indicators(self) -> list[Indicator]:
        """Every indicator once, in the plan's order."""
        return list({one.name: one for followed in self.followed for one in followed.indicators}.values())


def chosen(facts: Facts, year: int) -> Chosen:
    """What is followed in a year."""
    plan = plan_in_force(facts.actor, facts.district.pk, year)
    if plan is None:
        found = () if facts.store.is_empty else tuple(by_category(facts))
        return Chosen(None, (Followed(None, found),))
    areas = plan.focus_areas.select_related("section").order_by("section__order")
    return Chosen(
        plan, tuple(Followed(area, tuple(indicator_here(facts, name) for name in area.indicators)) for area in areas)
    )
