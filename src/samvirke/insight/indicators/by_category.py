"""An indicator for each category that a store holds, for a district without a plan of its own."""

from __future__ import annotations

from samvirke.foundation.words import Said
from samvirke.insight.indicators.counts import incidents
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Indicator
from samvirke.registers.incidents.categories import Category, categories


def by_category(facts: Facts) -> list[Indicator]:
    """One counted indicator a category, in the order of the table of categories."""
    held = set(facts.cube.categories)
    return [_indicator(category, facts) for code, category in categories().items() if code in held]


def _indicator(category: Category, facts: Facts) -> Indicator:
    name = Said("{name}", {"name": category.words})
    return Indicator(
        name=f"category-{category.code}",
        version=1,
        title=name,
        subject=name,
        counted=Said("{counted}", {"counted": facts.store.held[0].counted}),
        source=Said("{title}", {"title": facts.store.held[0].title}),
        count=incidents(category.code),
        categories=(category.code,),
        per="inhabitants",
    )
