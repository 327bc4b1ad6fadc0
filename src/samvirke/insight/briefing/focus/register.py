"""The declared briefs, and which of them a text or a plan's focus area is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache, lru_cache

from samvirke.desks.designations.register import all_kinds
from samvirke.desks.plan.engine.indicator_hints import hints
from samvirke.desks.plan.models import FocusArea
from samvirke.foundation.folder import declarations
from samvirke.insight.briefing.focus import briefs
from samvirke.insight.briefing.focus.declaration import Brief
from samvirke.insight.briefing.focus.faults import Known
from samvirke.insight.indicators.every import every_indicator
from samvirke.registers.commitments.register import all_duties
from samvirke.registers.incidents.categories import categories
from samvirke.registers.incidents.sheet_kinds import all_sheet_kinds


@cache
def all_briefs() -> dict[str, Brief]:
    """Every declared brief, by name."""
    return declarations(briefs, Brief)


def known() -> Known:
    """The names that a brief may use in this installation."""
    return Known(all_cataloged(), all_duties(), all_kinds(), categories(), all_sheet_kinds())


def all_cataloged() -> Collection[str]:
    """The names of all indicators."""
    return every_indicator()


def about(*texts: str) -> list[Brief]:
    """The briefs that texts speak of, by their field words; none where none of the words is used."""
    return [all_briefs()[name] for name in _named_in(" ".join(texts))]


@lru_cache(maxsize=4096)
def _named_in(text: str) -> tuple[str, ...]:
    """A council's commitments are asked about once for each brief, and say the same each time."""
    return tuple(hints(text, {name: ((), brief.field_words) for name, brief in all_briefs().items()}))


def briefs_of(area: FocusArea) -> list[Brief]:
    """The briefs of a plan's focus area: by the words of its title, or else by the first indicator that it has."""
    return about(area.words.da, area.words.en) or _by_indicator(area.indicators)


def _by_indicator(names: Iterable[str]) -> list[Brief]:
    for name in names:
        found = next((one for one in all_briefs().values() if one.indicators[:1] == (name,)), None)
        if found is not None:
            return [found]
    return []
