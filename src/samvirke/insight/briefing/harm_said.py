"""Harm in a sentence: the sum in days and its interval; for the whole district also without the heaviest event."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.harm_days import harm_in

# A sum of few weighted offences can be taken apart again into which offences they were.
_FEWEST_OFFENCES = 50
_ROUNDED_TO = -2


def harm_said(facts: Facts, quarter: Period, area: int, speech: Speech) -> str:
    """The sentence; empty where the district has entered no weights, and the refusal in words where one is missing."""
    if facts.harm_table is None:
        return ""
    try:
        found = harm_in(facts, quarter, area)
    except Refused as refusal:
        return refusal.text(speech.language)
    if found is None:
        return ""
    if found.n < _FEWEST_OFFENCES:
        return speech.say(_("Harm of crime against the person: too few offences to say."))
    values = {
        "days": speech.number(round(found.total, _ROUNDED_TO)),
        "low": speech.number(round(found.interval[0], _ROUNDED_TO)),
        "high": speech.number(round(found.interval[1], _ROUNDED_TO)),
        "n": speech.number(found.n),
        "weights": facts.harm_table.title.text(speech.language),
    }
    sentence = speech.say(
        _("Harm of crime against the person: about {days} days of imprisonment ({low}–{high}), n {n}. {weights}."),
        **values,
    )
    if area != DISTRICT:
        return sentence
    days = speech.number(round(found.without_heaviest, _ROUNDED_TO))
    without = speech.say(_("Without the heaviest event: {days}."), days=days)
    return f"{sentence} {without}"
