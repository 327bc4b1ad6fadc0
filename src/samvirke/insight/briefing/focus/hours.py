"""The hours of the week at which offences of a brief happen, in the whole district over a whole year."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.analysis.aoristic import DAYS, aoristic
from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.asked import AskedBrief
from samvirke.insight.suppression.cells import FEW, WHOLE, Cell
from samvirke.insight.suppression.release import release

_BLOCKS = ((0, 6), (6, 12), (12, 18), (18, 24))
_FEW = 5
_CLASSES = 4


@dataclass(frozen=True)
class Hours:
    """A table of the week: a row for each six hours, a cell for each day, with the class of its shade."""

    period: str
    n: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    busiest: str


def hours(asked: AskedBrief) -> Hours | None:
    """The last whole year of which there are figures; nothing where there is none, or its sum is hidden."""
    year = _year(asked)
    if year is None:
        return None
    counts = _counts(asked, year)
    table = f"{asked.facts.district.pk} {asked.brief.name} hours"
    cells = release(asked.audience, table, {year: counts}, _FEW)[year]
    whole = cells[WHOLE]
    return _told(asked, year, cells) if whole.value else None


def _year(asked: AskedBrief) -> Period | None:
    store = asked.facts.store
    if store.is_empty:
        return None
    newest = Period(store.last_day.year, 1, "year")
    return next((one for one in (newest, newest.year_before()) if store.covers(one)), None)


def _counts(asked: AskedBrief, year: Period) -> dict[int, float]:
    """Whole numbers: each block's share of the incidents, rounded, and the sum of those."""
    found = asked.facts.store.columns(
        "SELECT starts, coalesce(ends, starts) AS ends FROM incidents WHERE category IN (SELECT unnest($1)) "
        "AND day >= $2 AND day < $3 ORDER BY starts, key",
        list(asked.brief.categories),
        year.first,
        year.after,
    )
    if not found["starts"].size:
        return {WHOLE: 0, **dict.fromkeys(range(1, 1 + 7 * len(_BLOCKS)), 0)}
    week = aoristic(time=found["starts"], end=found["ends"])
    blocks = [float(week.hours_of_week[first:after, day].sum()) for first, after in _BLOCKS for day in range(7)]
    rounded = {number: round(each) for number, each in enumerate(blocks, start=1)}
    return {WHOLE: sum(rounded.values()), **rounded}


def _told(asked: AskedBrief, year: Period, cells: dict[int, Cell]) -> Hours:
    speech = asked.speech
    most = max((cell.value or 0) for number, cell in cells.items() if number != WHOLE)
    days = tuple(speech.say(day) for day in DAYS)
    rows, top = [], ""
    for block, (first, after) in enumerate(_BLOCKS):
        hour = f"{first:02d}–{after:02d}"
        found = [cells[1 + 7 * block + day] for day in range(7)]
        rows.append((hour, tuple((_said(asked, cell), _class(cell, most)) for cell in found)))
        for day, cell in enumerate(found):
            if cell.value is not None and cell.value == most and not top:
                top = speech.say(_("most on {day} {hours}"), day=days[day], hours=hour)
    n = speech.number(cells[WHOLE].value or 0)
    return Hours(speech.period(year), n, ("", *days), tuple(rows), top)


def _said(asked: AskedBrief, cell: Cell) -> str:
    if cell.value is not None:
        return asked.speech.number(cell.value)
    return f"1–{_FEW - 1}" if cell.hidden == FEW else asked.speech.say(_("hidden"))


def _class(cell: Cell, most: float) -> int:
    if not cell.value or not most:
        return 0
    return min(_CLASSES, 1 + int(_CLASSES * cell.value / (most + 1)))
