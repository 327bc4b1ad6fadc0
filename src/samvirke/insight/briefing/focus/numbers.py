"""The indicators of a brief: how many, against how many, how sure that is, and what each municipality may be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samvirke.foundation.fault import Refused
from samvirke.foundation.period import Period
from samvirke.foundation.words import _, said
from samvirke.insight.briefing.change_said import ChangeSaid, change_said
from samvirke.insight.briefing.drawings.interval import interval
from samvirke.insight.briefing.drawings.marks import arrow
from samvirke.insight.briefing.drawn import row_interval, row_sparkline, why_not_drawn
from samvirke.insight.briefing.figures import Figures, Line, figures
from samvirke.insight.briefing.focus.asked import AskedBrief
from samvirke.insight.briefing.focus.declaration import DISTRICT as WHOLE_ONLY
from samvirke.insight.briefing.focus.declaration import TWELVE_MONTHS
from samvirke.insight.briefing.harm_said import harm_said
from samvirke.insight.briefing.rows import Row, row
from samvirke.insight.indicators.every import indicator_here
from samvirke.insight.indicators.facts import DISTRICT
from samvirke.insight.suppression.cells import FEW, PROTECTS, Cell, is_few

_IN_A_YEAR = {"month": 12, "quarter": 4}


@dataclass(frozen=True)
class NumberLine:
    """One indicator in one place, as words and drawings. What may not be told says so in the same place."""

    name: str
    title: str
    place: str
    period: str
    before: str
    now: str
    past: str
    note: str
    headline: str
    detail: str
    state: str
    arrow: str
    interval: str
    drawing: str
    why_not: str
    rate: str
    source: str


@dataclass(frozen=True)
class Numbers:
    """The lines of the body's own place, those of each municipality by indicator, and what stands in the way."""

    lines: tuple[NumberLine, ...]
    by_place: tuple[tuple[NumberLine, ...], ...]
    remarks: tuple[str, ...]


def numbers(
    asked: AskedBrief, known: dict[str, Figures] | None = None, names: Sequence[str] = (), by_place: bool = False
) -> Numbers:
    """Every indicator of the brief, or those named; `known` figures are not worked out again.

    With `by_place` the municipalities are told too, where it is about the whole district.
    """
    if asked.quarter is None:
        return Numbers((), (), ())
    lines: list[NumberLine] = []
    places: list[tuple[NumberLine, ...]] = []
    remarks: list[str] = []
    for name in names or asked.brief.indicators:
        try:
            found = (known or {}).get(name) or _figures(asked, name, asked.quarter)
        except Refused as refusal:
            remarks.append(refusal.text(asked.speech.language))
            continue
        if found.indicator.kind == "days":
            # A sum of days needs its weights and its interval beside it: that is a sentence, and no row of a table.
            remarks += [words] if (words := _harm(asked)) else []
            continue
        if not found.is_counted:
            remarks.append(_no_figures(asked, found))
            continue
        lines.append(_line(asked, found, asked.area))
        if by_place and asked.is_whole and any(code in found.now_cells for code in asked.facts.municipalities):
            places.append(tuple(_line(asked, found, code) for code in asked.facts.municipalities))
    return Numbers(tuple(lines), tuple(places), tuple(remarks))


def _harm(asked: AskedBrief) -> str:
    return harm_said(asked.facts, asked.quarter, asked.area, asked.speech) if asked.quarter else ""


def _figures(asked: AskedBrief, name: str, quarter: Period) -> Figures:
    return figures(asked.facts, indicator_here(asked.facts, name), quarter, asked.audience)


def _no_figures(asked: AskedBrief, found: Figures) -> str:
    speech = asked.speech
    title = speech.words(said(found.indicator.title))
    return speech.say(_("{title}: there are no figures for {period}."), title=title, period=speech.period(found.period))


def _line(asked: AskedBrief, found: Figures, area: int) -> NumberLine:
    shown = row(asked.facts, found, area, asked.speech)
    if asked.brief.span != TWELVE_MONTHS or found.indicator.kind != "count" or found.period.kind == "year":
        return _by_quarter(asked, shown, area)
    if asked.brief.smallest == WHOLE_ONLY and area != DISTRICT:
        return _pooled(asked, shown, area)
    return _by_year(asked, shown, area)


def _by_quarter(asked: AskedBrief, shown: Row, area: int) -> NumberLine:
    speech = asked.speech
    return _told(
        asked, shown, area, shown.change,
        period=speech.period(shown.period), before=speech.period(shown.before), now=shown.now, past=shown.past,
        note=shown.note, drawn=row_interval(shown) if shown.indicator.kind == "count" else "", rate=shown.rate,
    )  # fmt: skip


def _by_year(asked: AskedBrief, shown: Row, area: int) -> NumberLine:
    now, past = two_years(shown.line, asked.brief.fewest)
    broken = shown.broken_at is not None
    change = change_said(now, past, asked.speech, broken)
    last, before = shown.line.periods[-1] if shown.line.periods else shown.period, shown.period.year_before()
    return _told(
        asked, shown, area, change,
        period=_to_month(asked, last), before=_to_month(asked, before), now=_cell_said(asked, now),
        past=_cell_said(asked, past), note="", drawn=interval(change.ratio, change.low, change.high, 190, 34), rate="",
    )  # fmt: skip


def _pooled(asked: AskedBrief, shown: Row, area: int) -> NumberLine:
    """A municipality's number over both years together; of a change nothing is said."""
    now, past = two_years(shown.line, 0)
    both = Cell(now.value + past.value) if now and past and now.value is not None and past.value is not None else now
    cell = _large_enough(both, asked.brief.fewest)
    speech = asked.speech
    told = ChangeSaid("untested", speech.say(_("not compared")), speech.say(_("of large areas only")))
    return _told(
        asked, shown, area, told,
        period=speech.say(_("two years to {month}"), month=_month(asked, shown.period)), before="",
        now=_cell_said(asked, cell), past="", note="", drawn="", rate="",
    )  # fmt: skip


def _told(
    asked: AskedBrief, shown: Row, area: int, change: ChangeSaid, *, period: str, before: str, now: str, past: str,
    note: str, drawn: str, rate: str,
) -> NumberLine:  # fmt: skip
    municipal = area != DISTRICT and asked.brief.smallest == WHOLE_ONLY
    return NumberLine(
        name=shown.name,
        title=shown.title,
        place=asked.facts.municipalities[area].name if area else asked.speech.say(_("The whole district")),
        period=period,
        before=before,
        now=now,
        past=past,
        note=note,
        headline=change.headline,
        detail=change.detail,
        state=change.state,
        arrow=arrow(change.state) if change.is_certain else "",
        interval=drawn,
        drawing="" if municipal else row_sparkline(shown, asked.speech),
        why_not="" if municipal else why_not_drawn(shown, asked.speech),
        rate=rate,
        source=shown.source,
    )


def two_years(line: Line, fewest: int) -> tuple[Cell | None, Cell | None]:
    """The last twelve months and those before, as sums of what the line may show; hidden where it may not be drawn."""
    if line.every == "none":
        hidden = None if line.why == "no-data" else Cell(None, PROTECTS)
        return hidden, hidden
    many = _IN_A_YEAR[line.every]
    return _large_enough(_sum(line.values[-many:], many), fewest), _large_enough(
        _sum(line.values[-2 * many : -many], many), fewest
    )


def _sum(values: Sequence[float | None], many: int) -> Cell | None:
    known = [value for value in values if value is not None]
    return Cell(sum(known)) if len(known) == many else None


def _large_enough(cell: Cell | None, fewest: int) -> Cell | None:
    return Cell(None, FEW) if cell and cell.value is not None and is_few(cell.value, fewest) else cell


def _cell_said(asked: AskedBrief, cell: Cell | None) -> str:
    speech = asked.speech
    if cell is None:
        return speech.say(_("no figures"))
    if cell.value is None:
        return (
            speech.say(_("under {fewest}"), fewest=asked.brief.fewest)
            if cell.hidden == FEW
            else speech.say(_("hidden"))
        )
    return speech.number(cell.value) if cell.value else speech.say(_("none"))


def _to_month(asked: AskedBrief, period: Period) -> str:
    return asked.speech.say(_("twelve months to {month}"), month=_month(asked, period))


def _month(asked: AskedBrief, period: Period) -> str:
    return asked.speech.period(period.within("month")[-1] if period.kind != "month" else period)
