"""How many rows stand behind a figure of a table, as it may be told: released like every other number."""

from __future__ import annotations

from collections.abc import Mapping

from samvirke.foundation.period import Period
from samvirke.insight.briefing.focus.asked import AskedBrief
from samvirke.insight.suppression.cells import WHOLE, Cell
from samvirke.insight.suppression.release import Asked, release_tables

Counts = Mapping[str, Mapping[Period, int]]


def counted(asked: AskedBrief, kind: str, counts: Counts, few: int) -> dict[str, dict[Period, Cell]]:
    """By what is counted and year: a number that may be shown, or a hidden one; `kind` names the table."""
    tables = {what: f"{asked.facts.district.pk} {kind} {what}"[:120] for what in counts}
    released = release_tables(
        asked.audience,
        {
            tables[what]: Asked({year: {WHOLE: n} for year, n in by_year.items()}, few)
            for what, by_year in counts.items()
        },
    )
    return {what: {year: column[WHOLE] for year, column in released[tables[what]].items()} for what in counts}


def summed(cells: Mapping[Period, Cell]) -> int | None:
    """The sum of years that are all shown; nothing where one is hidden, as the sum would tell it."""
    values = [cell.value for cell in cells.values()]
    return None if any(value is None for value in values) else int(sum(value or 0 for value in values))
