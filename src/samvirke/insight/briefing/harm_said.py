"""Harm in a sentence: the sum in days and its interval; for the whole district also without the heaviest event."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.harm_days import DAYS_ROUNDED_TO, FEWEST_OFFENCES, harm_in

# Violence is counted on its own; the exact rest of all offences would be a small number.
_N_ROUNDED_TO = -1


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
    if found.n < FEWEST_OFFENCES:
        return speech.say(_("Harm of crime against the person: too few offences to say."))
    values = {
        "days": speech.number(round(found.total, DAYS_ROUNDED_TO)),
        "low": speech.number(round(found.interval[0], DAYS_ROUNDED_TO)),
        "high": speech.number(round(found.interval[1], DAYS_ROUNDED_TO)),
        "n": speech.number(round(found.n, _N_ROUNDED_TO)),
        "weights": facts.harm_table.title.text(speech.language),
    }
    sentence = speech.say(
        _(
            "Harm of crime against the person: about {days} days of imprisonment ({low}–{high}), "
            "n about {n}. {weights}."
        ),
        **values,
    )
    if area != DISTRICT:
        return sentence
    days = speech.number(round(found.without_heaviest, DAYS_ROUNDED_TO))
    without = speech.say(_("Without the heaviest event: {days}."), days=days)
    return f"{sentence} {without}"
