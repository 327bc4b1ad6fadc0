"""Homes burgled again: of the homes hit in a year, those hit twice or more (gentagen udsættelse)."""

from __future__ import annotations

from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Counted, Indicator
from samvirke.registers.incidents.queries.dwelling_repeats import dwelling_repeats


def _count(facts: Facts, period: Period) -> dict[int, Counted]:
    quarters = period.back(4)
    if facts.store.is_empty or not all(facts.store.covers(quarter) for quarter in quarters):
        return {}
    found = dwelling_repeats(facts.store, "burglary-home", quarters[0].first, period.after)
    return {code: Counted(again, hit) for code, (again, hit) in found.items()}


INDICATOR = Indicator(
    name="repeat-dwellings",
    version=1,
    title=_("Homes burgled again within a year"),
    subject=_("The share of homes burgled again"),
    counted=_("Of the homes burgled in the four quarters, those that were burgled twice or more."),
    source=_("Reports to the police, homes under keyed hashes"),
    count=_count,
    kind="share",
    every="quarter",
    tested=False,
    words="indbrud igen, indbrud gentag, rammes igen, ramt igen, burgled again, repeat burglar",
)
