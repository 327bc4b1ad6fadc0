"""Where a rate is high: the municipalities whose rate over twelve months lies above the district's, for certain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _, said
from samvirke.insight.briefing.figures import latest_quarter, twelve_months
from samvirke.insight.briefing.rows import rate_of, rate_words
from samvirke.insight.indicators.every import indicator_here
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.kit import Indicator
from samvirke.insight.suppression.cells import Cell
from samvirke.insight.suppression.rates import Ratio
from samvirke.registers.places.queries.denominators import divisors

_WORDS = {
    "dwellings": _("{rate} per 1,000 homes ({low}–{high}) in twelve months, {whole} in the district"),
    "inhabitants": _("{rate} per 1,000 inhabitants ({low}–{high}) in twelve months, {whole} in the district"),
}
_HIGH, _NOT_HIGH = _("above the district for certain"), _("not above the district for certain")
METHOD = _("Method: a rate is high where its whole 95% interval lies above the rate of the district.")


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
        return f"{numbers}: {self.certain(speech)}"

    def certain(self, speech: Speech) -> str:
        """Whether it lies above the district for certain, in words."""
        return speech.say(_HIGH if self.is_high else _NOT_HIGH)


@dataclass(frozen=True)
class Beside:
    """An indicator's newest twelve months: what may be shown of each municipality and the district, and the rates."""

    indicator: Indicator
    quarter: Period
    cells: Mapping[int, Cell]
    whole: Ratio | None
    rates: Mapping[int, BesideDistrict]


def beside_district(facts: Facts, name: str, audience: str) -> Beside | None:
    """Every municipality beside the district; nothing where there are no figures of so long."""
    quarter, chosen = latest_quarter(facts), indicator_here(facts, name)
    if quarter is None or chosen.every == "year" or not facts.store.covers(quarter.back(4)[0]):
        return None
    cells = twelve_months(facts, chosen, quarter, audience)
    divided = divisors(facts.district.pk, chosen.per, quarter.year) if chosen.per else {}
    whole = rate_of(cells.get(DISTRICT), divided.get(DISTRICT))
    found = {code: rate_of(cells.get(code), divided.get(code)) for code in facts.municipalities}
    rates = {
        code: BesideDistrict(one, whole, chosen.per, cells[code].value or 0)
        for code, one in found.items()
        if one and whole
    }
    return Beside(chosen, quarter, cells, whole, rates)


def rates_beside_district(facts: Facts, name: str, audience: str) -> dict[int, BesideDistrict]:
    """By municipality, what may be shown of the newest twelve months; empty where there are no figures of so long."""
    found = beside_district(facts, name, audience)
    return dict(found.rates) if found else {}


def year_said(speech: Speech, quarter: Period, chosen: Indicator) -> list[str]:
    """The twelve months and the source, in a sentence each."""
    return [
        speech.say(_("Period: the twelve months until {day}."), day=speech.day(quarter.last, year=True)),
        speech.say(_("Source: {source}."), source=speech.words(said(chosen.source))),
    ]
