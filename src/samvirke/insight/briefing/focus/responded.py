"""Response times: median and the slowest tenth, year by year and each way of counting by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from samvirke.analysis.responses import SAID, Parameters, Quantile, Version, responses
from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.asked import AskedBrief
from samvirke.insight.briefing.focus.counted import counted, summed
from samvirke.insight.indicators.facts import DISTRICT
from samvirke.registers.incidents.queries.sheets import Held, sheet_of

CALL_OUTS = "call-outs"
_MEDIAN, _SLOW = 0.5, 0.9
# A municipality has few measured call-outs; of fewer than these nothing is said of its slowest tenth.
_FEWEST_POOLED = 30
_Key = tuple[str, int, int]


@dataclass(frozen=True)
class ResponseLine:
    """The times of one year, or of a municipality over the years: n, and two quantiles with their intervals."""

    what: str
    n: str
    median: str
    slow: str
    is_first_of_version: bool = False


@dataclass(frozen=True)
class Responded:
    """The table of the district by year, the pooled one of municipalities, and what it was made from."""

    district: tuple[ResponseLine, ...]
    pooled: tuple[ResponseLine, ...]
    pooled_over: str
    versions: int
    source: str


def responded(asked: AskedBrief) -> Responded | None:
    """Nothing where no call-outs have been put in place."""
    held = sheet_of(asked.facts.actor, asked.facts.district, CALL_OUTS)
    if held is None:
        return None
    groups = _groups(held)
    ways = _ways(groups)
    pooled = [code for code in asked.facts.municipalities if asked.is_whole or code == asked.area]
    over = sorted(year for way, year, place in groups if way == ways[-1] and place == DISTRICT)
    return Responded(
        district=_by_year(asked, groups, ways),
        pooled=tuple(line for code in pooled if (line := _of_municipality(asked, groups, ways[-1], code))),
        pooled_over=f"{ways[-1]}, {over[0]}–{over[-1]}" if len(over) > 1 else f"{ways[-1]}, {over[0]}",
        versions=len(ways),
        source=source_said(asked, held),
    )


def source_said(asked: AskedBrief, held: Held) -> str:
    """Which table, which version, locked when, and that it is invented where it is."""
    speech, sheet = asked.speech, held.sheet
    told = speech.say(
        _("{title}, version {number}, locked {day}."),
        title=sheet.source, number=sheet.number, day=speech.day(sheet.frozen_on, year=True),
    )  # fmt: skip
    return f"{told} {speech.say(_('All figures are invented.'))}" if sheet.invented else told


def _groups(held: Held) -> dict[_Key, list[float]]:
    """The minutes by way of counting, year and municipality, those of the whole district among them."""
    found: dict[_Key, list[float]] = defaultdict(list)
    columns = (held.columns[name] for name in ("counted_as", "day", "municipality", "minutes"))
    for way, day, place, minutes in zip(*columns, strict=True):
        year = int(day[:4])
        found[way, year, DISTRICT].append(minutes)
        if place is not None:
            found[way, year, place].append(minutes)
    return found


def _ways(groups: Sequence[_Key] | dict[_Key, list[float]]) -> list[str]:
    """The ways of counting, the oldest first."""
    first: dict[str, int] = {}
    for way, year, _place in groups:
        first[way] = min(year, first.get(way, year))
    return sorted(first, key=lambda way: (first[way], way))


def _by_year(asked: AskedBrief, groups: dict[_Key, list[float]], ways: Sequence[str]) -> tuple[ResponseLine, ...]:
    counts = {
        way: {
            Period(year, 1, "year"): len(took)
            for (one, year, place), took in sorted(groups.items())
            if one == way and place == DISTRICT
        }
        for way in ways
    }
    cells = counted(asked, CALL_OUTS, counts, asked.brief.fewest)
    lines = []
    for way in ways:
        for number, (year, cell) in enumerate(cells[way].items()):
            took = groups[way, year.year, DISTRICT] if cell.value is not None else []
            lines.append(_line(asked, f"{year.year} · {way}", took, asked.brief.fewest, first=number == 0))
    return tuple(lines)


def _of_municipality(asked: AskedBrief, groups: dict[_Key, list[float]], way: str, code: int) -> ResponseLine | None:
    """A municipality's call-outs over all years of the newest way of counting, from a least number on."""
    mine = {year: took for (one, year, place), took in sorted(groups.items()) if one == way and place == code}
    name = asked.facts.municipalities[code].name
    counts = {f"{way} {code}": {Period(year, 1, "year"): len(took) for year, took in mine.items()}}
    n = summed(counted(asked, CALL_OUTS, counts, asked.brief.fewest)[f"{way} {code}"]) if mine else 0
    took = [each for one in mine.values() for each in one] if n is not None else []
    return _line(asked, name, took, _FEWEST_POOLED)


def _line(asked: AskedBrief, what: str, took: Sequence[float], fewest: int, first: bool = False) -> ResponseLine:
    few = asked.speech.say(_("too few to say"))
    if len(took) < fewest:
        return ResponseLine(what, asked.speech.say(_("under {fewest}"), fewest=fewest), few, few, first)
    found = responses(minutes=took, parameters=Parameters(quantiles=(_MEDIAN, _SLOW), fewest=fewest)).versions[0]
    median, slow = (_quantile(asked, found, share) for share in (_MEDIAN, _SLOW))
    return ResponseLine(what, asked.speech.number(len(took)), median, slow, first)


def _quantile(asked: AskedBrief, found: Version, share: float) -> str:
    one: Quantile = next(each for each in found.quantiles if each.quantile == share)
    if one.verdict != SAID:
        return asked.speech.say(_("too few to say"))
    written = {name: clock(value) for name, value in (("time", one.minutes), ("low", one.low), ("high", one.high))}
    return asked.speech.say(_("{time} ({low}–{high})"), **written)


def clock(minutes: float) -> str:
    """Minutes and seconds, such as 8:42."""
    seconds = round(60 * minutes)
    return f"{seconds // 60}:{seconds % 60:02d}"
