"""Reported violence that began on a Friday or Saturday night (vold i nattelivet)."""

from __future__ import annotations

from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Counted, Indicator
from samvirke.registers.incidents.queries.night_counts import night_counts


def _count(facts: Facts, period: Period) -> dict[int, Counted]:
    if facts.store.is_empty or not facts.store.covers(period):
        return {}
    found = night_counts(facts.store, "violence-against-person", period)
    return {code: Counted(found.get(code, 0)) for code in (0, *facts.municipalities)}


INDICATOR = Indicator(
    name="nightlife-violence",
    version=1,
    title=_("Reported violence on weekend nights"),
    subject=_("Violence on weekend nights"),
    counted=_("Reported violence that began between 10 p.m. and 6 a.m. on the night after a Friday or Saturday."),
    source=_("Reports to the police"),
    count=_count,
    categories=("violence-against-person",),
    every="quarter",
    words="vold natteliv, vold weekend, vold værtshus, vold diskotek, overfald natteliv, slagsmål natteliv, "
    "nattelivsvold, violence night, violence weekend",
)
