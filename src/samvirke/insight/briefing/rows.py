"""One line of a table: an indicator in an area, with count, change, interval, line, rate and source in the same row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _, said
from samvirke.insight.briefing.change_said import ChangeSaid, change_said, share_change_said
from samvirke.insight.briefing.figures import Figures, Line
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.kit import Indicator
from samvirke.insight.suppression.cells import FEW, Cell
from samvirke.insight.suppression.rates import Ratio, rate, share
from samvirke.registers.places.queries.denominators import Divided, divisors


@dataclass(frozen=True)
class Row:
    """What one indicator says of one area. Every text is ready to be read; numbers are there for the drawings."""

    indicator: Indicator
    area: int
    title: str
    subject: str
    source: str
    period: Period
    before: Period
    now: str
    past: str
    note: str
    change: ChangeSaid
    line: Line
    broken_at: int | None
    break_said: str
    rate: str
    value: float | None = None

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.indicator.name

    @property
    def is_share(self) -> bool:
        """Whether it is a share of a sample rather than a count."""
        return self.indicator.kind == "share"


def row(facts: Facts, figures: Figures, area: int, speech: Speech) -> Row:
    """The row of one area."""
    chosen, now, past = figures.indicator, figures.now_cells.get(area), figures.before_cells.get(area)
    broken = chosen.break_between(figures.before, figures.period)
    broken_at = _broken_at(chosen, figures.lines[area])
    return Row(
        indicator=chosen,
        area=area,
        title=speech.words(said(chosen.title)),
        subject=speech.words(said(chosen.subject)),
        source=speech.words(said(chosen.source)),
        period=figures.period,
        before=figures.before,
        now=_count_said(figures, now, figures.wholes.get(area), speech),
        past=_count_said(figures, past, figures.wholes_before.get(area), speech),
        note=_note(figures, area, now, speech),
        change=_change(figures, area, speech, broken is not None),
        line=figures.lines[area],
        broken_at=broken_at,
        break_said=_break_said(chosen, figures.lines[area], broken_at, speech),
        rate=_rate_said(facts, figures, area, speech),
        value=now.value if now else None,
    )


def _change(figures: Figures, area: int, speech: Speech, broken: bool) -> ChangeSaid:
    chosen = figures.indicator
    if chosen.kind == "share" and chosen.tested:
        return share_change_said(
            _share_of(figures.now_cells, figures.wholes, area),
            _share_of(figures.before_cells, figures.wholes_before, area),
            speech,
        )
    if not chosen.tested:
        return ChangeSaid("untested", "", "")
    return change_said(figures.now_cells.get(area), figures.before_cells.get(area), speech, broken)


def _share_of(cells: Mapping[int, Cell], wholes: Mapping[int, float | None], area: int) -> tuple[float, float] | None:
    cell, whole = cells.get(area), wholes.get(area)
    return (cell.value, whole) if cell and cell.value is not None and whole else None


def _count_said(figures: Figures, cell: Cell | None, whole: float | None, speech: Speech) -> str:
    if cell is None:
        return speech.words(said(figures.indicator.unknown or _("no figures")))
    if cell.value is None:
        return _hidden_said(figures.indicator, cell, speech)
    if figures.indicator.kind == "share":
        return speech.percent(100 * cell.value / whole) if whole else speech.say(_("no figures"))
    return speech.number(cell.value) if cell.value else speech.say(_("none"))


def _hidden_said(chosen: Indicator, cell: Cell, speech: Speech) -> str:
    if cell.hidden != FEW:
        return speech.say(_("hidden"))
    # Of days, it is the number of offences that is too small.
    return f"1–{chosen.few - 1}" if chosen.kind == "count" else speech.say(_("too few"))


def _note(figures: Figures, area: int, cell: Cell | None, speech: Speech) -> str:
    if cell is None:
        return ""
    if cell.value is None:
        return speech.say(_("Hidden to protect people"))
    whole = figures.wholes.get(area)
    if figures.indicator.kind == "share" and whole:
        spread = share(cell.value, whole) if figures.indicator.tested else None
        words = _("n {n}") if figures.indicator.every == "year" else _("n about {n}")
        n = speech.say(words, n=speech.number(whole))
        return f"{_spread(spread, speech, 100)}, {n}" if spread else n
    return ""


def _rate_said(facts: Facts, figures: Figures, area: int, speech: Speech) -> str:
    chosen, cell = figures.indicator, figures.now_cells.get(area)
    if not chosen.per or cell is None or cell.value is None:
        return ""
    divided = divisors(facts.district.pk, chosen.per, figures.period.year).get(area)
    if divided is None:
        return ""
    found = rate(cell.value, divided.value)
    units = {
        "dwellings": _("{rate} per 1,000 homes ({low}–{high})"),
        "inhabitants": _("{rate} per 1,000 inhabitants ({low}–{high})"),
    }
    return speech.say(units[chosen.per], **rate_words(found, speech))


def rate_words(found: Ratio, speech: Speech) -> dict[str, str]:
    """A rate and the ends of its interval, each with the decimals that fit its size."""
    decimals = 1 if found.value >= 1 else 2
    return {
        "rate": speech.number(found.value, decimals),
        "low": speech.number(found.low, decimals),
        "high": speech.number(found.high, decimals),
    }


def rate_of(cell: Cell | None, divided: Divided | None) -> Ratio | None:
    """The rate of a cell that may be shown, where it is known what to divide by."""
    return rate(cell.value, divided.value) if cell and cell.value is not None and divided else None


def _spread(found: Ratio, speech: Speech, times: float) -> str:
    return f"{speech.number(times * found.low)}–{speech.number(times * found.high)}"


def _broken_at(chosen: Indicator, line: Line) -> int | None:
    for position, period in enumerate(line.periods):
        if position and any(line.periods[position - 1].first < one.on <= period.first for one in chosen.breaks):
            return position
    return None


def _break_said(chosen: Indicator, line: Line, position: int | None, speech: Speech) -> str:
    if position is None:
        return ""
    found = next(
        one for one in chosen.breaks if line.periods[position - 1].first < one.on <= line.periods[position].first
    )
    return speech.say(_("{day}: {why}"), day=speech.day(found.on, year=True), why=speech.say(found.why))


__all__ = ["DISTRICT", "Row", "row"]
