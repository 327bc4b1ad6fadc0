"""The answer of a design as a page shows it: the verdict in a sentence, numbers, picture, warnings and cost."""

from __future__ import annotations

from typing import Any

from samvirke.doors.web.effects.shown import counts, for_reader, is_told, numbers, verdict_said, warnings
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.interval import axis, interval
from samvirke.insight.effects.engine.judged import Judged
from samvirke.insight.effects.facts.cost import cost_of_one
from samvirke.insight.effects.models import Design, Estimate
from samvirke.trust.access.rules import may

_TRENDS_SAID = {
    "alike": _(
        "Before, the treated area changed by a factor of {trend} a year beside the comparison ({low} to {high}): "
        "no sign that they moved apart."
    ),
    "apart": _(
        "Before, the treated area changed by a factor of {trend} a year beside the comparison ({low} to {high}): "
        "they were moving apart already."
    ),
}


def answer(request: Asked, design: Design, newest: Estimate) -> dict[str, Any]:
    """What the newest estimate says to this reader."""
    speech, exact = request.speech, may(request.actor, "effects.count", design)
    told = is_told(design, newest.judged, exact)
    judged = for_reader(design, newest.judged, exact)
    return {
        "verdict": verdict_said(design, newest.verdict, speech),
        "is_certain": newest.verdict != "cannot-tell",
        "sentence": _sentence(design, judged, speech) if told else "",
        "numbers": numbers(design, judged, speech) if told else [],
        "counts": counts(judged, speech) if told else [],
        "picture": _picture(judged, speech) if told else None,
        "told": told,
        "exact": exact,
        "warnings": warnings(judged, speech),
        "trend": _trend(judged, speech, told),
        "cost": _cost(design, newest.judged, speech, exact) if told else "",
        "spread": speech.number(judged.spread, 1),
        "n": speech.number(judged.n) if told else "",
        "data": [(source, number) for source, number in newest.made_from.get("sources", {}).items()],
        "made_on": speech.day(newest.made_on, year=True),
        "seconds": speech.number(newest.seconds, 1),
        "digest": newest.digest[:16],
        "program": newest.program_version,
        "is_older": newest.design_version != design.version,
    }


def _sentence(design: Design, judged: Judged, speech: Speech) -> str:
    """“38 per cent fewer than was to be expected, between 22 and 51.”"""
    ratio = judged.ratio
    if design.is_survey or ratio.value is None or ratio.low is None or ratio.high is None:
        return ""
    values = {name: speech.percent(100 * (value - 1)) for name, value in _ends(judged).items()}
    return speech.say(
        _("Beside what was to be expected: a change of {value}, between {low} and {high} (95 per cent interval)."),
        **values,
    )


def _ends(judged: Judged) -> dict[str, float]:
    ratio = judged.ratio
    return {"value": ratio.value or 0.0, "low": ratio.low or 0.0, "high": ratio.high or 0.0}


def _picture(judged: Judged, speech: Speech) -> dict[str, str] | None:
    if judged.ratio.value is None:
        return None
    drawn = interval(judged.ratio.value, judged.ratio.low, judged.ratio.high, 320)
    return {"drawing": drawn, "axis": axis(320)}


def _trend(judged: Judged, speech: Speech, told: bool) -> str:
    """In a sentence; that it cannot be told stands among the warnings."""
    trend = judged.trend
    if not told or judged.trend_says not in _TRENDS_SAID or trend.value is None:
        return ""
    values = {"trend": trend.value, "low": trend.low or 0.0, "high": trend.high or 0.0}
    return speech.say(
        _TRENDS_SAID[judged.trend_says], **{name: speech.number(value, 2) for name, value in values.items()}
    )


def _cost(design: Design, judged: Judged, speech: Speech, exact: bool) -> str:
    if design.cost is None:
        return speech.say(_("Its cost is not known."))
    one = cost_of_one(judged, design.cost)
    if one is None or one.value is None or one.low is None or one.high is None:
        return speech.say(_("What one prevented incident cost cannot be said: the effect is not certain."))
    decimals = -2 if exact else -3
    said = {
        name: speech.number(round(value, decimals))
        for name, value in (("value", one.value), ("low", one.low), ("high", one.high))
    }
    return speech.say(_("One prevented incident cost {value} kroner, between {low} and {high}."), **said)
