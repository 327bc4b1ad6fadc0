"""The door: figures leave through here, hidden where they must be, and are remembered for the next release."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from samvirke.foundation.clock import now
from samvirke.foundation.period import Period
from samvirke.insight.suppression.cells import PROTECTS, WHOLE, Cell, Earlier, protect
from samvirke.insight.suppression.history import History
from samvirke.insight.suppression.models import Released
from samvirke.insight.suppression.months import months_to_hide

COUNCIL, PUBLIC = "council", "public"
Column = Mapping[int, float]
Cells = dict[int, Cell]


def release(audience: str, table: str, counts: Mapping[Period, Column], few: int) -> dict[Period, Cells]:
    """Cells by period and area for an audience; `table` is a name such as "oestjylland burglary-homes".

    Earlier releases of the same table to the same audience are taken into account, and this one is remembered.
    """
    histories, order = _histories(audience, table, counts), _order(counts.values())
    cells = {
        period: protect(column, few, histories[str(period)].earlier(column), order) if few else _all_shown(column)
        for period, column in counts.items()
    }
    _remember(audience, table, cells, histories)
    return cells


def release_months(
    audience: str, table: str, counts: Mapping[Period, Column], quarters: Mapping[Period, Mapping[int, Cell]], few: int
) -> dict[Period, Cells]:
    """Cells by month and area, for quarters that the same table has released; a hidden one is not said to be few."""
    histories, order = _histories(audience, table, counts), _order(counts.values())
    cells: dict[Period, Cells] = {}
    for quarter, released in quarters.items():
        months = [month for month in quarter.within("month") if month in counts]
        columns = [counts[month] for month in months]
        earlier = [histories[str(month)].earlier(column) for month, column in zip(months, columns, strict=True)]
        hidden = months_to_hide(columns, released, few, _together(earlier), order) if columns else set()
        for month, column in zip(months, columns, strict=True):
            cells[month] = {area: Cell(None, PROTECTS) if area in hidden else Cell(n) for area, n in column.items()}
    _remember(audience, table, cells, histories)
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


def _histories(audience: str, table: str, periods: Iterable[Period]) -> dict[str, History]:
    found: dict[str, History] = defaultdict(History)
    names = [str(period) for period in periods]
    rows = Released.objects.filter(audience=audience, table=table, period__in=names).order_by("pk")
    for period, area, value, why, at in rows.values_list("period", "area", "value", "why_hidden", "released_at"):
        found[period].add(int(area), value, why, at)
    return found


def _remember(audience: str, table: str, cells: Mapping[Period, Cells], histories: Mapping[str, History]) -> None:
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
        for period, column in cells.items()
        for area, cell in column.items()
        if histories[str(period)].is_news(area, cell.value)
    )
