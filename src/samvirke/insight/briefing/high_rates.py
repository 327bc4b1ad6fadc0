"""Where a rate is high: the municipalities whose rate over twelve months lies above the district's, for certain."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.figures import twelve_months
from samvirke.insight.briefing.overview import latest_quarter
from samvirke.insight.briefing.rows import rate_of, rate_words
from samvirke.insight.indicators.every import indicator_here
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.suppression.rates import Ratio
from samvirke.registers.places.queries.denominators import divisors

_WORDS = {
    "dwellings": _("{rate} per 1,000 homes ({low}–{high}) in twelve months, {whole} in the district"),
    "inhabitants": _("{rate} per 1,000 inhabitants ({low}–{high}) in twelve months, {whole} in the district"),
}


@dataclass(frozen=True)
class BesideDistrict:
    """A municipality's rate with its interval, of how many, beside the rate of the whole district."""

    rate: Ratio
    whole: Ratio
    per: str
    count: float

    @property
    def is_high(self) -> bool:
        """Whether its whole interval lies above the district's rate; no other limit is set, as no plan states one."""
        return self.rate.low > self.whole.value

    def said(self, speech: Speech) -> str:
        """Both in a sentence, and whether the difference is certain."""
        whole = rate_words(self.whole, speech)["rate"]
        numbers = speech.say(_WORDS[self.per], **rate_words(self.rate, speech), whole=whole)
        certain = _("above the district for certain") if self.is_high else _("not above the district for certain")
        return f"{numbers}: {speech.say(certain)}"


def rates_beside_district(facts: Facts, name: str, audience: str) -> dict[int, BesideDistrict]:
    """By municipality, what may be shown of the newest twelve months; empty where there are no figures of so long."""
    quarter, chosen = latest_quarter(facts), indicator_here(facts, name)
    if quarter is None or not chosen.per or not facts.store.covers(quarter.back(4)[0]):
        return {}
    cells = twelve_months(facts, chosen, quarter, audience)
    divided = divisors(facts.district.pk, chosen.per, quarter.year)
    whole = rate_of(cells.get(DISTRICT), divided.get(DISTRICT))
    found = {code: rate_of(cells.get(code), divided.get(code)) for code in facts.municipalities}
    return {
        code: BesideDistrict(one, whole, chosen.per, cells[code].value or 0)
        for code, one in found.items()
        if one and whole
    }
