"""The harm of crime against the person in one area, by the district's own table of weights."""

from __future__ import annotations

from samvirke.analysis.harm import Harm, Parameters, harm
from samvirke.foundation.period import Period
from samvirke.insight.indicators.facts import Facts
from samvirke.registers.incidents.queries.offence_counts import offence_counts

AGAINST_THE_PERSON = ("homicide", "sexual-offence", "robbery", "violence-against-person", "close-relation-violence")
# A sum of fewer weighted offences can be taken apart again into which offences they were.
FEWEST_OFFENCES = 50
# Days are shown to the nearest hundred, for the same reason.
DAYS_ROUNDED_TO = -2


def harm_in(facts: Facts, period: Period, area: int) -> Harm | None:
    """The weighed sum; `None` without a table or figures. Raises `Refused` for an offence without a weight."""
    table = facts.harm_table
    if table is None or facts.store.is_empty or not facts.store.covers(period):
        return None
    counts = offence_counts(facts.store, AGAINST_THE_PERSON, period).get(area, {})
    parameters = Parameters(
        weights=table.weights, unit="days of imprisonment", jurisdiction=table.jurisdiction, source=table.source
    )
    return harm(list(counts), list(counts.values()), parameters)
