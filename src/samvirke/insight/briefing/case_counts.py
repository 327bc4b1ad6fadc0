"""Counts of cases as they may be shown: each kind that has been counted, its steps and endings, period by period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import today
from samvirke.foundation.period import Period, period_of
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.kit import Counted, Indicator
from samvirke.insight.indicators.of_cases import continued, facts_of_cases
from samvirke.insight.suppression.cells import Cell
from samvirke.insight.suppression.release import Asked, release_tables

# The stretch that is always released together, as for every other indicator.
_BACK = {"quarter": 8, "year": 7}


@dataclass(frozen=True)
class CaseCount:
    """One count of a kind of case: which, in which periods, and its cells by period and area."""

    kind: str
    what: str
    indicator: Indicator
    began: date
    periods: tuple[Period, ...]
    cells: Mapping[Period, Mapping[int, Cell]]

    @property
    def ends(self) -> bool:
        """Whether it counts a way to end."""
        return ": " in self.what

    def cell(self, period: Period, area: int) -> Cell | None:
        """What may be shown; nothing where nothing is counted for the period."""
        return self.cells.get(period, {}).get(area)


def latest(every: str) -> Period:
    """The last quarter or year that is over."""
    return period_of(today(), every).shifted(-1)


def over_with(quarter: Period, every: str) -> Period:
    """The last quarter or year that was over when a quarter was."""
    found = period_of(quarter.last, every)
    return found if found.last <= quarter.last else found.shifted(-1)


def case_counts(facts: Facts, audience: str, quarter: Period | None = None) -> list[CaseCount]:
    """Every count of every kind that anything was counted of, in the order of the declarations; released at once.

    With a quarter, only those that could be shown of the last period that was over with it.
    """
    rows = facts_of_cases(facts)
    asked: list[tuple[str, str, Indicator, date, dict[Period, dict[int, Counted]]]] = []
    for declared in case_types().values():
        began = rows.began(declared.name)
        for what in declared.counts if began else ():
            found = continued(facts, declared, what)
            if began and (quarter is None or _is_enough(facts, found, over_with(quarter, found.every))):
                columns = {one: found.count(facts, one) for one in latest(found.every).back(_BACK[found.every])}
                asked.append((declared.name, what, found, began, {one: each for one, each in columns.items() if each}))
    tables = {
        _table(facts, found): Asked({one: _parts(each) for one, each in columns.items()}, found.few)
        for _kind, _what, found, _began, columns in asked
    }
    released = release_tables(audience, tables)
    return [
        CaseCount(kind, what, found, began, tuple(columns), released[_table(facts, found)])
        for kind, what, found, began, columns in asked
    ]


def _is_enough(facts: Facts, indicator: Indicator, period: Period) -> bool:
    counted = indicator.count(facts, period).get(DISTRICT)
    return counted is not None and counted.part >= indicator.few


def shown_somewhere(one: CaseCount, area: int = DISTRICT) -> bool:
    """Whether there is a number above zero to be read for an area."""
    return any((cell := one.cell(period, area)) is not None and cell.value for period in one.periods)


def _parts(column: Mapping[int, Counted]) -> dict[int, float]:
    return {area: one.part for area, one in column.items()}


def _table(facts: Facts, indicator: Indicator) -> str:
    return f"{facts.district.pk} {indicator.name}"
