"""What a safety survey says: weighted shares with n and interval, small areas pooled, and changes that are certain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from samvirke.analysis.survey import Parameters, survey
from samvirke.analysis.survey.result import HIGHER, LOWER, SAID, Difference, Share, Survey
from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.asked import AskedBrief
from samvirke.insight.briefing.focus.counted import counted
from samvirke.insight.briefing.focus.responded import source_said
from samvirke.registers.incidents.queries.sheets import sheet_of

ANSWERS = "survey-answers"
# 1 is safe and 7 unsafe; the lower half is taken as safe, as the three published shares of 2021 are.
_SAFE = 3
_FEWEST = 30
# Whoever lives in no place that is told apart counts in the whole alone.
_NOWHERE = "–"
# A share of a sample gives nobody away: every n is told.
_NO_LIMIT = 0


@dataclass(frozen=True)
class SurveyLine:
    """A place in the newest wave, or several waves pooled where it has too few answers in one."""

    place: str
    when: str
    n: str
    share: str
    effect: str
    change: str
    is_pooled: bool


@dataclass(frozen=True)
class Surveyed:
    """The whole and each place, with the design effect and where it comes from."""

    lines: tuple[SurveyLine, ...]
    source: str
    wave: str
    has_areas: bool


def surveyed(asked: AskedBrief) -> Surveyed | None:
    """Nothing where no answers have been put in place. Named areas stand after the municipalities."""
    held = sheet_of(asked.facts.actor, asked.facts.district, ANSWERS)
    if held is None:
        return None
    columns = held.columns
    waves = [str(day)[:4] for day in columns["day"]]
    here = [str(place) if place is not None else _NOWHERE for place in columns["municipality"]]
    areas = [place or _NOWHERE for place in columns["area"]]
    lines = _lines(asked, columns, waves, here, _names(asked)) + _lines(asked, columns, waves, areas, {})[1:]
    kept = [line for line in lines if asked.is_whole or line.place in (asked.place, _whole(asked))]
    return Surveyed(tuple(kept), source_said(asked, held), max(waves), set(areas) != {_NOWHERE})


def _names(asked: AskedBrief) -> dict[str, str]:
    return {str(code): one.name for code, one in asked.facts.municipalities.items()}


def _lines(
    asked: AskedBrief, columns: Mapping[str, Any], waves: list[str], places: list[str], names: Mapping[str, str]
) -> list[SurveyLine]:
    """The whole first, then every place that somebody answered from, by name."""
    _remember(asked, waves, places)
    found = _survey(columns, waves, places)
    newest = max(waves)
    by_place = {one.place: one for one in found.shares if one.wave == newest}
    changes = {one.place: one for one in found.differences if one.later == newest}
    pooled = {one.place: one for one in _survey(columns, None, places).shares}
    shown = []
    for place in ("", *sorted(set(places) - {_NOWHERE}, key=lambda each: names.get(each, each))):
        one = by_place.get(place)
        title = names.get(place, place) if place else _whole(asked)
        if one is not None and one.verdict == SAID:
            shown.append(_told(asked, title, newest, one, changes.get(place)))
        elif pooled[place].verdict == SAID:
            when = f"{min(waves)}–{newest}"
            shown.append(_told(asked, title, when, pooled[place], None, is_pooled=True))
        else:
            few = asked.speech.say(_("too few to say"))
            shown.append(SurveyLine(title, newest, asked.speech.number(pooled[place].n), few, "–", "", False))
    return shown


def _survey(columns: Mapping[str, Any], waves: list[str] | None, places: list[str]) -> Survey:
    sizes = columns["stratum_size"]
    strata = [str(each) for each in columns["stratum"]]
    if waves is None:
        # Waves are samples of their own: pooled, each stratum of each wave stays one.
        strata = [f"{stratum} {str(day)[:4]}" for stratum, day in zip(strata, columns["day"], strict=True)]
    return survey(
        answer=[1 if each <= _SAFE else 0 for each in columns["answer"]],
        weight=columns["weight"],
        strata=strata,
        stratum_size=sizes if all(size is not None for size in sizes) else None,
        place=places,
        series=waves,
        parameters=Parameters(fewest=_FEWEST),
    )


def _remember(asked: AskedBrief, waves: list[str], places: list[str]) -> None:
    """Each n goes through the one door out, like every number."""
    by_place: dict[str, dict[Period, int]] = defaultdict(dict)
    for (place, wave), n in Counter(zip(places, waves, strict=True)).items():
        by_place[place][Period(int(wave), 1, "year")] = n
    counted(asked, ANSWERS, by_place, _NO_LIMIT)


def _told(
    asked: AskedBrief, title: str, when: str, one: Share, change: Difference | None, is_pooled: bool = False
) -> SurveyLine:
    speech = asked.speech
    low, high = (speech.number(100 * end) for end in one.interval)
    share = speech.say(_("{share} ({low}–{high})"), share=speech.percent(100 * one.share), low=low, high=high)
    effect = speech.number(one.design_effect, 2) if one.design_effect == one.design_effect else "–"
    return SurveyLine(title, when, speech.number(one.n), share, effect, _change_said(asked, change), is_pooled)


def _change_said(asked: AskedBrief, change: Difference | None) -> str:
    speech = asked.speech
    if change is None or change.verdict not in (HIGHER, LOWER, "uncertain"):
        return ""
    low, high = (speech.signed(100 * end) for end in change.interval)
    ends = speech.say(_("between {low} and {high} percentage points"), low=low, high=high)
    if change.verdict not in (HIGHER, LOWER):
        return speech.say(_("no certain change since {wave}, {ends}"), wave=change.earlier, ends=ends)
    points = speech.number(abs(100 * change.difference))
    words = (
        _("risen {points} points since {wave}, {ends}")
        if change.verdict == HIGHER
        else _("fallen {points} points since {wave}, {ends}")
    )
    return speech.say(words, points=points, wave=change.earlier, ends=ends)


def _whole(asked: AskedBrief) -> str:
    return asked.speech.say(_("The whole district"))
