"""Harm of crime against the person in days of imprisonment, weighed by the district's own table."""

from __future__ import annotations

from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.harm_days import AGAINST_THE_PERSON, FEWEST_OFFENCES, harm_in
from samvirke.insight.indicators.kit import Counted, Indicator


def _count(facts: Facts, period: Period) -> dict[int, Counted]:
    found = {area: harm_in(facts, period, area) for area in (DISTRICT, *facts.municipalities)}
    return {area: Counted(one.total, one.n) for area, one in found.items() if one is not None}


INDICATOR = Indicator(
    name="harm",
    version=1,
    title=_("Harm of crime against the person"),
    subject=_("Harm of crime against the person"),
    counted=_(
        "Days of imprisonment by the district's table of weights, for homicide, sexual offences, robbery and violence."
    ),
    source=_("Reports to the police, weighed"),
    count=_count,
    kind="days",
    every="quarter",
    few=FEWEST_OFFENCES,
    categories=AGAINST_THE_PERSON,
    tested=False,
    words="personfarlig, alvorlig kriminalitet, grov kriminalitet, skade kriminalitet, serious crime, harm crime",
)
