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
# Whoever is of an audience reads what the ones in the other row get, too: a council reads what the public gets. What is
# released to the public therefore has to be safe beside what the councils have seen, and the other way round, so that
# each of the two decides on the memory of both. Void when an audience comes in that is not contained in another.
_READ_TOGETHER = {COUNCIL: (COUNCIL, PUBLIC), PUBLIC: (COUNCIL, PUBLIC)}
Column = Mapping[int, float]
Cells = dict[int, Cell]


@dataclass(frozen=True)
class Asked:
    """A table that is to leave: its columns by period, and the smallest count that it shows."""

    counts: Mapping[Period, Column]
    few: int


_Memory = dict[str, dict[str, History]]


@dataclass(frozen=True)
class _Seen:
    """By table and period: what those who read this audience's releases have seen in all, and what this one was given.

    The first decides what may leave, the second what is news and is remembered.
    """

    together: _Memory
    own: _Memory


def release(audience: str, table: str, counts: Mapping[Period, Column], few: int) -> dict[Period, Cells]:
    """Cells by period and area for an audience; `table` is a name such as "oestjylland burglary-homes".

    Earlier releases of the same table to this audience, to one that it contains and to one that contains it are taken
    into account, and this one is remembered.
    """
    return release_tables(audience, {table: Asked(counts, few)})[table]


def release_tables(audience: str, tables: Mapping[str, Asked]) -> dict[str, dict[Period, Cells]]:
    """Several tables at once, each as if it left alone; the ledger is asked once and written once."""
    seen = _histories(audience, tables)
    cells = {
        table: _protected(asked, seen.together[table], _order(asked.counts.values())) for table, asked in tables.items()
    }
    _remember(audience, cells, seen.own)
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
    seen, order = _histories(audience, {table: Asked(counts, few)}), _order(counts.values())
    histories = seen.together[table]
    cells: dict[Period, Cells] = {}
    for quarter, released in quarters.items():
        months = [month for month in quarter.within("month") if month in counts]
        columns = [counts[month] for month in months]
        earlier = [histories[str(month)].earlier(column) for month, column in zip(months, columns, strict=True)]
        hidden = months_to_hide(columns, released, few, _together(earlier), order) if columns else set()
        for month, column in zip(months, columns, strict=True):
            cells[month] = {area: Cell(None, PROTECTS) if area in hidden else Cell(n) for area, n in column.items()}
    _remember(audience, {table: cells}, seen.own)
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


def _histories(audience: str, tables: Mapping[str, Asked]) -> _Seen:
    found = _Seen(_nothing_yet(tables), _nothing_yet(tables))
    names = {str(period) for asked in tables.values() for period in asked.counts}
    audiences = _READ_TOGETHER.get(audience, (audience,))
    rows = Released.objects.filter(audience__in=audiences, table__in=list(tables), period__in=names).order_by("pk")
    seen = rows.values_list("audience", "table", "period", "area", "value", "why_hidden", "released_at")
    for whose, table, period, area, value, why, at in seen:
        found.together[table][period].add(int(area), value, why, at)
        if whose == audience:
            found.own[table][period].add(int(area), value, why, at)
    return found


def _nothing_yet(tables: Iterable[str]) -> _Memory:
    return {table: defaultdict(History) for table in tables}


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
