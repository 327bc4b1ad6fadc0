"""Reported offences with a young suspect (ungdomskriminalitet), per 1,000 inhabitants.

The ages are those of the plan of South-East Jutland 2020, section 4.2, "unge mellem 10 og 17 år". Rates are per
inhabitant of any age, as no number of 10–17-year-olds is kept.
"""

from __future__ import annotations

from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Counted, Indicator
from samvirke.registers.incidents.queries.young_counts import young_counts


def _count(facts: Facts, period: Period) -> dict[int, Counted]:
    if facts.store.is_empty or not facts.store.covers(period):
        return {}
    return {code: Counted(n) for code, n in young_counts(facts.store, tuple(facts.municipalities), period).items()}


INDICATOR = Indicator(
    name="youth-crime",
    version=1,
    title=_("Reported offences with a suspect aged 10–17"),
    subject=_("Youth crime"),
    counted=_(
        "Reported offences with at least one suspect aged 10–17. Offences without a known suspect are not in it."
    ),
    source=_("Reports to the police, where they tell a suspect's age group"),
    count=_count,
    per="inhabitants",
    unknown=_("not known from this source"),
)
