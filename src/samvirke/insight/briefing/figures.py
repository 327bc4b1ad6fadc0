"""An indicator's figures for every area of a district at once, as they may be shown.

All areas are decided on together and always in the same way, so that two papers of the same data never add up to
a number that one of them hides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samvirke.foundation.period import Period
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.kit import Counted, Indicator
from samvirke.insight.suppression.cells import Cell, lines_to_hide
from samvirke.insight.suppression.release import release

_MONTHS, _QUARTERS, _YEARS = 24, 8, 7


@dataclass(frozen=True)
class Line:
    """What may be drawn of an area's development: by "month", "quarter" or "year", or "none" with why."""

    every: str
    periods: tuple[Period, ...] = ()
    values: tuple[float | None, ...] = ()
    wholes: tuple[float | None, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Figures:
    """One indicator in one period, for all areas: the cells now and a year before, the wholes, and the lines."""

    indicator: Indicator
    period: Period
    before: Period
    now_cells: dict[int, Cell]
    before_cells: dict[int, Cell]
    wholes: dict[int, float | None]
    wholes_before: dict[int, float | None]
    lines: dict[int, Line]

    @property
    def is_counted(self) -> bool:
        """Whether there is any figure for the period."""
        return bool(self.now_cells)


def figures(facts: Facts, indicator: Indicator, quarter: Period, audience: str) -> Figures:
    """The figures for a quarter, or for its year when the indicator is counted once a year."""
    period = _latest_year(facts, indicator, quarter) if indicator.every == "year" else quarter
    before = period.year_before()
    counted = {one: indicator.count(facts, one) for one in (before, period)}
    cells = _released(facts, indicator, {str(one): column for one, column in counted.items() if column}, audience)
    return Figures(
        indicator=indicator,
        period=period,
        before=before,
        now_cells=cells.get(str(period), {}),
        before_cells=cells.get(str(before), {}),
        wholes=_wholes(counted[period]),
        wholes_before=_wholes(counted[before]),
        lines=_lines(facts, indicator, period, audience),
    )


def _latest_year(facts: Facts, indicator: Indicator, quarter: Period) -> Period:
    """The quarter's year, or the one before when that year's number is not known yet."""
    year = Period(quarter.year, 1, "year")
    return year if indicator.count(facts, year) else year.year_before()


def _released(
    facts: Facts, indicator: Indicator, counted: Mapping[str, Mapping[int, Counted]], audience: str
) -> dict[str, dict[int, Cell]]:
    # A share of a sample gives nobody away; counts of people and incidents do.
    few = 0 if indicator.kind == "share" and indicator.every == "year" else indicator.few
    table = f"{facts.district.pk} {indicator.name}"
    if indicator.kind != "days":
        return release(audience, table, {period: _parts(column) for period, column in counted.items()}, few)
    # Days weigh offences; it is the number of offences that can be too small to show.
    offences = {period: {area: one.whole or 0 for area, one in column.items()} for period, column in counted.items()}
    cells = release(audience, table, offences, few)
    return {
        period: {area: Cell(counted[period][area].part) if cell.shown else cell for area, cell in column.items()}
        for period, column in cells.items()
    }


def _parts(column: Mapping[int, Counted]) -> dict[int, float]:
    return {area: counted.part for area, counted in column.items()}


def _wholes(column: Mapping[int, Counted]) -> dict[int, float | None]:
    return {area: counted.whole for area, counted in column.items()}


def _lines(facts: Facts, indicator: Indicator, period: Period, audience: str) -> dict[int, Line]:
    areas = (DISTRICT, *facts.municipalities)
    if indicator.every == "year":
        return _by(facts, indicator, period.back(_YEARS), "year", areas)
    quarters = period.back(_QUARTERS)
    found = _by(facts, indicator, quarters, "quarter", areas)
    if indicator.every == "month":
        months = [month for quarter in quarters for month in quarter.within("month")]
        monthly = _by(facts, indicator, months[-_MONTHS:], "month", areas)
        found |= {area: line for area, line in monthly.items() if line.every == "month"}
    return found


def _by(
    facts: Facts, indicator: Indicator, periods: list[Period], every: str, areas: tuple[int, ...]
) -> dict[int, Line]:
    columns = [indicator.count(facts, period) for period in periods]
    known: list[Mapping[int, float]] = [_parts(column) for column in columns if column]
    if not known:
        return {area: Line("none", why="no-data") for area in areas}
    gone = lines_to_hide(known, indicator.few) if indicator.kind == "count" and every != "year" else set()
    return {area: _line(area, indicator, periods, columns, every, area in gone) for area in areas}


def _line(
    area: int, indicator: Indicator, periods: list[Period], columns: list[dict[int, Counted]], every: str, hidden: bool
) -> Line:
    if hidden:
        return Line("none", why="few")
    values = tuple(_value(column.get(area), indicator) for column in columns)
    if all(value is None for value in values):
        return Line("none", why="no-data")
    wholes = tuple(found.whole if (found := column.get(area)) else None for column in columns)
    # Nothing was counted before the figures begin; an empty stretch would look like nothing having happened.
    begin = next(position for position, value in enumerate(values) if value is not None)
    return Line(every, tuple(periods)[begin:], values[begin:], wholes[begin:])


def _value(counted: Counted | None, indicator: Indicator) -> float | None:
    if counted is None:
        return None
    if indicator.kind != "share":
        return counted.part
    if not counted.whole:
        return None
    return 100 * counted.part / counted.whole
