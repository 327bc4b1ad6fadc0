"""How long those harmed wait, with those who wait still counted for as long as they have waited so far."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from samvirke.analysis.time_to_event import Curve, time_to_event
from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.asked import AskedBrief
from samvirke.insight.briefing.focus.counted import counted, summed
from samvirke.insight.briefing.focus.responded import source_said
from samvirke.registers.incidents.queries.sheets import sheet_of

WAITS = "victim-waits"
_HALF, _MOST = 0.5, 0.9


@dataclass(frozen=True)
class WaitLine:
    """One service: how many, how many wait still, and after how long half and nine of ten were helped."""

    service: str
    n: str
    going_on: str
    half: str
    most: str


@dataclass(frozen=True)
class Waited:
    """Every service, in the order of their names, and where the figures come from."""

    lines: tuple[WaitLine, ...]
    period: str
    source: str


def waited(asked: AskedBrief) -> Waited | None:
    """Of the whole district; nothing where no waits have been put in place."""
    held = sheet_of(asked.facts.actor, asked.facts.district, WAITS)
    if held is None:
        return None
    groups: dict[str, list[tuple[int, float, bool]]] = defaultdict(list)
    for service, day, days, over in zip(
        *(held.columns[name] for name in ("service", "day", "days", "over")), strict=True
    ):
        groups[service].append((int(str(day)[:4]), days, bool(over)))
    lines = tuple(_line(asked, service, rows) for service, rows in sorted(groups.items()))
    speech, sheet = asked.speech, held.sheet
    period = f"{speech.day(sheet.first_day, year=True)} – {speech.day(sheet.last_day, year=True)}"
    return Waited(lines, period, source_said(asked, held))


def _line(asked: AskedBrief, service: str, rows: list[tuple[int, float, bool]]) -> WaitLine:
    years: dict[Period, int] = defaultdict(int)
    for year, _days, _over in rows:
        years[Period(year, 1, "year")] += 1
    # Those who wait still are counted as they stand, in the last year of the table.
    waiting = {max(years): sum(not over for _year, _days, over in rows)}
    few = asked.speech.say(_("too few to say"))
    known = counted(asked, WAITS, {service: years, f"{service}, open": waiting}, asked.brief.fewest)
    n, going_on = summed(known[service]), summed(known[f"{service}, open"])
    if n is None:
        return WaitLine(service, asked.speech.say(_("hidden")), "–", few, few)
    curve = time_to_event([days for _year, days, _over in rows], [over for _year, _days, over in rows])
    still = asked.speech.number(going_on) if going_on is not None else asked.speech.say(_("hidden"))
    return WaitLine(service, asked.speech.number(n), still, _when(asked, curve, _HALF), _when(asked, curve, _MOST))


def _when(asked: AskedBrief, curve: Curve, share: float) -> str:
    days = curve.by_when(share)
    if days is None:
        return asked.speech.say(_("not known yet"))
    low, high = curve.between(share)
    ends = {"days": asked.speech.number(days), "low": asked.speech.number(low)}
    if high is None:
        return asked.speech.say(_("{days} days ({low} or more)"), **ends)
    return asked.speech.say(_("{days} days ({low}–{high})"), high=asked.speech.number(high), **ends)
