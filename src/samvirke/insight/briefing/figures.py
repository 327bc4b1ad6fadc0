"""An indicator's figures for every area of a district at once, as they may be shown.

All areas are decided on together and always in the same way, so that two papers of the same data never add up to
a number that one of them hides. Lines, and sums over twelve months, are made of released cells and of nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from samvirke.foundation.period import Period, period_of
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.harm_days import DAYS_ROUNDED_TO
from samvirke.insight.indicators.kit import Counted, Indicator
from samvirke.insight.suppression.cells import FEW, PROTECTS, Cell, is_few
from samvirke.insight.suppression.release import release, release_months

_QUARTERS, _YEARS = 8, 7
# A share of fewer homes than these says little, and how many there are would tell of single quarters of their count.
_FEWEST_OF_A_SHARE, _SHARE_OF_ABOUT = 50, -1

Columns = Mapping[Period, Mapping[int, Counted]]
Cells = Mapping[Period, Mapping[int, Cell]]


@dataclass(frozen=True)
class Line:
    """What may be drawn of an area's development: by "month", "quarter" or "year", or "none" with why.

    A line by quarter says "few-months" when months of its own are too small to be shown.
    """

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
    now_cells: Mapping[int, Cell]
    before_cells: Mapping[int, Cell]
    wholes: Mapping[int, float | None]
    wholes_before: Mapping[int, float | None]
    lines: Mapping[int, Line]

    @property
    def is_counted(self) -> bool:
        """Whether there is any figure for the period."""
        return bool(self.now_cells)


def latest_quarter(facts: Facts) -> Period | None:
    """The last quarter that the figures run through."""
    if facts.store.is_empty:
        return None
    quarter = period_of(facts.store.last_day, "quarter")
    return next((one for one in (quarter, quarter.shifted(-1)) if facts.store.covers(one)), None)


def figures(facts: Facts, indicator: Indicator, quarter: Period, audience: str) -> Figures:
    """The figures for a quarter, or for its year when the indicator is counted once a year."""
    period = _latest_year(facts, indicator, quarter) if indicator.every == "year" else quarter
    before = period.year_before()
    counted = _counted(facts, indicator, period)
    cells = _released(facts, indicator, counted, audience)
    return Figures(
        indicator=indicator,
        period=period,
        before=before,
        now_cells=cells.get(period, {}),
        before_cells=cells.get(before, {}),
        wholes=_wholes(indicator, counted.get(period, {})),
        wholes_before=_wholes(indicator, counted.get(before, {})),
        lines=_lines(facts, indicator, period, audience, counted, cells),
    )


def twelve_months(facts: Facts, indicator: Indicator, quarter: Period, audience: str) -> dict[int, Cell]:
    """The sum of four quarters by area; hidden where one of them is, or the sum would tell what that one is.

    Quarters before the first figures are left out; empty when there are none at all.
    """
    cells = _released(facts, indicator, _counted(facts, indicator, quarter), audience)
    known = [cells[one] for one in quarter.back(4) if one in cells]
    areas = [area for area in (DISTRICT, *facts.municipalities) if all(area in column for column in known)]
    return {area: _sum([column[area] for column in known]) for area in areas} if known else {}


def _sum(cells: Sequence[Cell]) -> Cell:
    values = [cell.value for cell in cells if cell.value is not None]
    return Cell(sum(values)) if len(values) == len(cells) else Cell(None, PROTECTS)


def _latest_year(facts: Facts, indicator: Indicator, quarter: Period) -> Period:
    """The quarter's year, or the one before when that year's number is not known yet."""
    year = Period(quarter.year, 1, "year")
    return year if indicator.count(facts, year) else year.year_before()


def _counted(facts: Facts, indicator: Indicator, period: Period) -> dict[Period, dict[int, Counted]]:
    """The stretch that is always released together, so that the same areas protect others throughout it."""
    columns = {one: indicator.count(facts, one) for one in period.back(_YEARS if period.kind == "year" else _QUARTERS)}
    return {one: column for one, column in columns.items() if column}


def _released(facts: Facts, indicator: Indicator, counted: Columns, audience: str) -> dict[Period, dict[int, Cell]]:
    # A share of a sample gives nobody away; counts of people and incidents do.
    few = 0 if indicator.kind == "share" and indicator.every == "year" else indicator.few
    # Days weigh offences, and it is the number of offences that can be too small to show.
    parts = {
        period: {area: one.part if indicator.kind != "days" else one.whole or 0 for area, one in column.items()}
        for period, column in counted.items()
    }
    cells = release(audience, _table(facts, indicator), parts, few)
    return {
        period: {area: _shown(indicator, counted[period][area], cell) for area, cell in column.items()}
        for period, column in cells.items()
    }


def _shown(indicator: Indicator, counted: Counted, cell: Cell) -> Cell:
    if cell.shown and indicator.kind == "days":
        return Cell(round(counted.part, DAYS_ROUNDED_TO))
    too_small = _is_of_incidents(indicator) and (counted.whole or 0) < _FEWEST_OF_A_SHARE
    return Cell(None, PROTECTS) if too_small else cell


def _wholes(indicator: Indicator, column: Mapping[int, Counted]) -> dict[int, float | None]:
    return {area: _whole(indicator, counted) for area, counted in column.items()}


def _whole(indicator: Indicator, counted: Counted) -> float | None:
    about = counted.whole is not None and _is_of_incidents(indicator)
    return round(counted.whole or 0, _SHARE_OF_ABOUT) if about else counted.whole


def _is_of_incidents(indicator: Indicator) -> bool:
    return indicator.kind == "share" and indicator.every != "year"


def _table(facts: Facts, indicator: Indicator) -> str:
    return f"{facts.district.pk} {indicator.name}"


def _lines(
    facts: Facts, indicator: Indicator, period: Period, audience: str, counted: Columns, cells: Cells
) -> dict[int, Line]:
    areas = (DISTRICT, *facts.municipalities)
    periods = period.back(_YEARS if period.kind == "year" else _QUARTERS)
    found = {area: _line(area, indicator, periods, counted, cells) for area in areas}
    if indicator.every != "month":
        return found
    months = [month for quarter in periods for month in quarter.within("month")]
    columns = {month: column for month in months if (column := indicator.count(facts, month))}
    parts = {month: {area: one.part for area, one in column.items()} for month, column in columns.items()}
    released = release_months(audience, _table(facts, indicator), parts, cells, indicator.few)
    for area in areas:
        line = _line(area, indicator, months, columns, released)
        if line.every == "month":
            found[area] = line
        elif found[area].every == "quarter" and any(
            is_few(part.get(area, 0), indicator.few) for part in parts.values()
        ):
            found[area] = replace(found[area], why="few-months")
    return found


def _line(area: int, indicator: Indicator, periods: Sequence[Period], counted: Columns, cells: Cells) -> Line:
    known = [column[area] for column in cells.values() if area in column]
    if not all(cell.shown for cell in known):
        return Line("none", why="few" if any(cell.hidden == FEW for cell in known) else "protects")
    values = tuple(_value(indicator, cells.get(one, {}).get(area), counted.get(one, {}).get(area)) for one in periods)
    if all(value is None for value in values):
        return Line("none", why="no-data")
    wholes = tuple(one.whole if (one := counted.get(period, {}).get(area)) else None for period in periods)
    # Nothing was counted before the figures begin; an empty stretch would look like nothing having happened.
    begin = next(position for position, value in enumerate(values) if value is not None)
    return Line(periods[0].kind, tuple(periods)[begin:], values[begin:], wholes[begin:])


def _value(indicator: Indicator, cell: Cell | None, counted: Counted | None) -> float | None:
    if cell is None or cell.value is None or counted is None:
        return None
    whole = _whole(indicator, counted)
    if indicator.kind != "share":
        return cell.value
    return 100 * cell.value / whole if whole else None
