"""The door: figures leave through here, hidden where they must be, and are remembered for the next release."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samvirke.foundation.clock import now
from samvirke.foundation.period import Period
from samvirke.insight.suppression.cells import PROTECTS, WHOLE, Cell, Earlier, protect
from samvirke.insight.suppression.history import History
from samvirke.insight.suppression.models import Released
from samvirke.insight.suppression.months import months_to_hide

COUNCIL, PUBLIC = "council", "public"
Column = Mapping[int, float]
Cells = dict[int, Cell]


@dataclass(frozen=True)
class Asked:
    """A table that is to leave: its columns by period, and the smallest count that it shows."""

    counts: Mapping[Period, Column]
    few: int


def release(audience: str, table: str, counts: Mapping[Period, Column], few: int) -> dict[Period, Cells]:
    """Cells by period and area for an audience; `table` is a name such as "oestjylland burglary-homes".

    Earlier releases of the same table to the same audience are taken into account, and this one is remembered.
    """
    return release_tables(audience, {table: Asked(counts, few)})[table]


def release_tables(audience: str, tables: Mapping[str, Asked]) -> dict[str, dict[Period, Cells]]:
    """Several tables at once, each as if it left alone; the ledger is asked once and written once."""
    histories = _histories(audience, tables)
    cells = {
        table: _protected(asked, histories[table], _order(asked.counts.values())) for table, asked in tables.items()
    }
    _remember(audience, cells, histories)
    return cells


def _protected(asked: Asked, histories: Mapping[str, History], order: list[int]) -> dict[Period, Cells]:
    return {
        period: protect(column, asked.few, histories[str(period)].earlier(column), order)
        if asked.few
        else _all_shown(column)
        for period, column in asked.counts.items()
    }


def release_months(
    audience: str, table: str, counts: Mapping[Period, Column], quarters: Mapping[Period, Mapping[int, Cell]], few: int
) -> dict[Period, Cells]:
    """Cells by month and area, for quarters that the same table has released; a hidden one is not said to be few."""
    histories, order = _histories(audience, {table: Asked(counts, few)})[table], _order(counts.values())
    cells: dict[Period, Cells] = {}
    for quarter, released in quarters.items():
        months = [month for month in quarter.within("month") if month in counts]
        columns = [counts[month] for month in months]
        earlier = [histories[str(month)].earlier(column) for month, column in zip(months, columns, strict=True)]
        hidden = months_to_hide(columns, released, few, _together(earlier), order) if columns else set()
        for month, column in zip(months, columns, strict=True):
            cells[month] = {area: Cell(None, PROTECTS) if area in hidden else Cell(n) for area, n in column.items()}
    _remember(audience, {table: cells}, {table: histories})
    return cells


def _together(months: Iterable[Earlier]) -> Earlier:
    """What is known of three months: an area stands as shown when all of them do, and is hidden when one of them is."""
    known = list(months)
    groups = {group for one in known for group in one.hidden}
    return Earlier(frozenset.intersection(*(one.shown for one in known)), tuple(groups))


def _order(columns: Iterable[Column]) -> list[int]:
    """The areas with least first, over all periods at once: who protects whom is to stay the same."""
    totals: dict[int, float] = defaultdict(float)
    for column in columns:
        for area, count in column.items():
            totals[area] += count
    return sorted((area for area in totals if area != WHOLE), key=lambda area: (totals[area], area))


def _all_shown(column: Column) -> Cells:
    return {area: Cell(count) for area, count in column.items()}


def _histories(audience: str, tables: Mapping[str, Asked]) -> dict[str, dict[str, History]]:
    found: dict[str, dict[str, History]] = {table: defaultdict(History) for table in tables}
    names = {str(period) for asked in tables.values() for period in asked.counts}
    rows = Released.objects.filter(audience=audience, table__in=list(tables), period__in=names).order_by("pk")
    seen = rows.values_list("table", "period", "area", "value", "why_hidden", "released_at")
    for table, period, area, value, why, at in seen:
        found[table][period].add(int(area), value, why, at)
    return found


def _remember(
    audience: str, tables: Mapping[str, Mapping[Period, Cells]], histories: Mapping[str, Mapping[str, History]]
) -> None:
    moment = now()
    Released.objects.bulk_create(
        Released(
            audience=audience,
            table=table,
            period=str(period),
            area=str(area),
            value=cell.value,
            why_hidden=cell.hidden,
            released_at=moment,
        )
        for table, cells in tables.items()
        for period, column in cells.items()
        for area, cell in column.items()
        if histories[table][str(period)].is_news(area, cell.value)
    )
