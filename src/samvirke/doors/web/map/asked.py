"""What somebody asks the map for: a group of incidents, a period, another one beside it, and layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from samvirke.foundation.fault import Refused
from samvirke.foundation.period import Period, read_period
from samvirke.insight.briefing.chosen import chosen
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Indicator, all_indicators
from samvirke.insight.tiles.ground import mapped
from samvirke.insight.tiles.layer import Layer, all_layers
from samvirke.insight.tiles.tables import Tables, tables_of
from samvirke.trust.access.rules import may


@dataclass(frozen=True)
class View:
    """One view of the map; `against` is the period beside it, if any, and of the same kind."""

    groups: tuple[Indicator, ...]
    group: Indicator
    tables: Tables
    period: Period
    against: Period | None
    layers: tuple[Layer, ...]
    offered: tuple[Layer, ...]

    @property
    def periods(self) -> list[Period]:
        """The periods of the same kind, the oldest first, as a time line has them."""
        return sorted(one for one in self.tables.periods if one.kind == self.period.kind)


def groups_here(facts: Facts) -> tuple[Indicator, ...]:
    """What the map can show in a district: first what its plan follows, and of that what may be shown by squares."""
    if facts.store.is_empty:
        return ()
    followed = chosen(facts, facts.store.last_day.year).indicators()
    held = set(facts.cube.categories)
    found = mapped([*followed, *all_indicators().values()])
    return tuple(one for one in found if held & set(one.categories))


def view_of(facts: Facts, query: QueryDict) -> View | None:
    """What is asked for, or the newest where nothing is; nothing where there are no figures yet.

    A name or period that does not exist is left out, as an old bookmark may hold it.
    """
    groups = groups_here(facts)
    group = next((one for one in groups if one.name == query.get("group")), groups[0] if groups else None)
    tables = tables_of(facts, group) if group else None
    if group is None or tables is None or not tables.periods:
        return None
    period = _period(tables.periods, query.get("period", "")) or tables.periods[0]
    same = [one for one in tables.periods if one.kind == period.kind and one != period]
    against = _period(same, query.get("against", "")) or (period.year_before() if "against" not in query else None)
    single = may(facts.actor, "tiles.see-points", facts.district)
    allowed = [one for one in all_layers().values() if single or not one.single]
    offered = tuple(sorted(allowed, key=lambda one: (one.single, not one.on, one.name)))
    asked = query.getlist("layer") or [one.name for one in offered if one.on]
    return View(
        groups=groups,
        group=group,
        tables=tables,
        period=period,
        against=against if against in same else None,
        layers=tuple(one for one in offered if one.name in asked),
        offered=offered,
    )


def _period(known: Sequence[Period], written: str) -> Period | None:
    try:
        found = read_period(written)
    except Refused:
        return None
    return found if found in known else None
