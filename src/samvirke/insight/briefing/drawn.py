"""Hands a row's line and change to the drawings, and says in words what a drawing shows."""

from __future__ import annotations

from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.interval import interval
from samvirke.insight.briefing.drawings.trend_line import Drawn, small_chart, sparkline
from samvirke.insight.briefing.drawings.yearly_points import YearlyPoint, yearly_points
from samvirke.insight.briefing.rows import Row
from samvirke.insight.suppression.rates import share

_YEARS_IN_A_ROW = 4
_WHY_NOT = {
    "few": _("Under {few} in some quarters. The number could reveal individuals."),
    "protects": _("Hidden to protect people"),
    "no-data": _("There are no figures for these years."),
}


def drawn(row: Row, speech: Speech) -> Drawn:
    """The line of a row as positions: the latest period, the one it is compared with, and the break."""
    periods = row.line.periods
    inside = [number for number, one in enumerate(periods) if row.period.first <= one.first <= row.period.last]
    compared = [number for number, one in enumerate(periods) if row.before.first <= one.first <= row.before.last]
    labels = tuple((number, speech.short(periods[number])) for number in _label_positions(row))
    return Drawn(
        values=row.line.values,
        latest=(inside[0], inside[-1] + 1),
        compared=(compared[0], compared[-1] + 1) if compared and not row.broken_at else None,
        broken_at=row.broken_at,
        dots=row.line.every != "month",
        labels=labels,
    )


def row_sparkline(row: Row, speech: Speech) -> str:
    """The line in a table row; empty when it may not be drawn."""
    if row.line.every == "year" and row.is_share:
        return yearly_points(_survey_points(row)[-_YEARS_IN_A_ROW:])
    return "" if row.line.every == "none" else sparkline(drawn(row, speech))


def _survey_points(row: Row) -> list[YearlyPoint]:
    found = []
    for period, value, whole in zip(row.line.periods, row.line.values, row.line.wholes, strict=True):
        if value is not None and whole:
            spread = share(value * whole / 100, whole)
            found.append(YearlyPoint(str(period), value, 100 * spread.low, 100 * spread.high))
    return found


def row_chart(row: Row, speech: Speech) -> str:
    """The line as a small chart with axes; empty when it may not be drawn."""
    if row.line.every == "none":
        return ""
    return small_chart(drawn(row, speech), line_said(row, speech), speech.say(_("break")))


def row_interval(row: Row, width: float = 190, height: float = 34) -> str:
    """The change as dot and whiskers; an empty track where nothing can be said."""
    change = row.change
    return interval(change.ratio, change.low, change.high, width, height)


def line_said(row: Row, speech: Speech) -> str:
    """What the line shows, in a sentence: the finding first."""
    known = [value for value in row.line.values if value is not None]
    values = {
        "title": row.title,
        "finding": row.change.headline or row.now,
        "first": speech.period(row.line.periods[0]),
        "last": speech.period(row.line.periods[-1]),
        "low": speech.number(min(known)),
        "high": speech.number(max(known)),
    }
    return speech.say(_("{title}: {finding}. From {first} to {last} it lies between {low} and {high}."), **values)


def unit_said(row: Row, speech: Speech) -> str:
    """What the line counts by, and why not by month."""
    if row.line.every == "month":
        return speech.say(_("number a month"))
    if row.line.every == "year":
        return speech.say(_("a year"))
    if row.line.why == "few-months":
        return speech.say(_("a quarter; under {few} in some months"), few=row.indicator.few)
    return speech.say(_("a quarter")) if row.line.every == "quarter" else speech.say(_("not shown here"))


def why_not_drawn(row: Row, speech: Speech) -> str:
    """Why there is no line."""
    return speech.say(_WHY_NOT[row.line.why], few=row.indicator.few) if row.line.every == "none" else ""


def data_behind(row: Row, speech: Speech) -> tuple[tuple[str, str], ...]:
    """The numbers of the line, period by period."""
    shown = zip(row.line.periods, row.line.values, strict=True)
    return tuple((speech.period(period), "–" if value is None else speech.number(value)) for period, value in shown)


def _label_positions(row: Row) -> list[int]:
    count = len(row.line.periods)
    return [0, count // 2] if count > 3 else [0]
