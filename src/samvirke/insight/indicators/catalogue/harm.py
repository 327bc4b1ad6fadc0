"""Harm of crime against the person in days of imprisonment, weighed by the district's own table."""

from __future__ import annotations

from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Counted, Indicator
from samvirke.registers.incidents.queries.offence_counts import offence_counts

_AGAINST_THE_PERSON = ("homicide", "sexual-offence", "robbery", "violence-against-person", "close-relation-violence")


def _count(facts: Facts, period: Period) -> dict[int, Counted]:
    table = facts.harm_table
    if table is None or facts.store.is_empty or not facts.store.covers(period):
        return {}
    by_place = offence_counts(facts.store, _AGAINST_THE_PERSON, period)
    return {place: harm_of(counts, table.weights) for place, counts in by_place.items()}


def harm_of(counts: dict[str, int], weights: dict[str, float]) -> Counted:
    """Days, and the number of offences they weigh. An offence without a weight refuses, and never counts as zero."""
    weighed = harm(counts, weights)
    return Counted(weighed.total, sum(counts.values()))


INDICATOR = Indicator(
    name="harm",
    version=1,
    title=_("Harm of crime against the person"),
    subject=_("Harm of crime against the person"),
    counted=_("Days of imprisonment by the district's table of weights, for homicide, sexual offences, robbery and violence."),
    source=_("Reports to the police, weighed"),
    count=_count,
    kind="days",
    every="quarter",
    categories=_AGAINST_THE_PERSON,
    tested=False,
)
