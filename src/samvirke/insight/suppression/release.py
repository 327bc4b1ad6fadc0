"""The door: figures leave through here, hidden where they must be, and are remembered for the next release."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from samvirke.foundation.clock import now
from samvirke.insight.suppression.cells import Cell, protect
from samvirke.insight.suppression.models import Released

COUNCIL, PUBLIC = "council", "public"
Table = Mapping[str, Mapping[int, float]]


def release(audience: str, table: str, counts: Table, few: int) -> dict[str, dict[int, Cell]]:
    """Cells by period and area for an audience; `table` is a name such as "oestjylland burglary-homes".

    Earlier releases of the same table to the same audience are taken into account, and this one is remembered.
    """
    before = _remembered(audience, table, counts)
    cells = {}
    for period, column in counts.items():
        seen = before.get(period, {})
        hidden_before = [area for area, row in seen.items() if row is None]
        shown_before = [area for area, row in seen.items() if row is not None and row == column.get(area)]
        cells[period] = protect(column, few, hidden_before, shown_before) if few else _all_shown(column)
    _remember(audience, table, cells, before)
    return cells


def _all_shown(column: Mapping[int, float]) -> dict[int, Cell]:
    return {area: Cell(count) for area, count in column.items()}


def _remembered(audience: str, table: str, counts: Table) -> dict[str, dict[int, float | None]]:
    """The newest release of each cell: its number, or `None` when it was hidden."""
    rows = Released.objects.filter(audience=audience, table=table, period__in=list(counts)).order_by("pk")
    found: dict[str, dict[int, float | None]] = defaultdict(dict)
    for period, area, hidden, value in rows.values_list("period", "area", "hidden", "value"):
        found[period][int(area)] = None if hidden else value
    return found


def _remember(
    audience: str, table: str, cells: Mapping[str, Mapping[int, Cell]], before: Mapping[str, Mapping[int, float | None]]
) -> None:
    moment = now()
    Released.objects.bulk_create(
        Released(
            audience=audience,
            table=table,
            period=period,
            area=str(area),
            hidden=not cell.shown,
            value=cell.value,
            released_at=moment,
        )
        for period, column in cells.items()
        for area, cell in column.items()
        if area not in before.get(period, {}) or before[period][area] != cell.value
    )
