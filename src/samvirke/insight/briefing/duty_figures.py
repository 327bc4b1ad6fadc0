"""The figures that a duty brings to an agenda, and whether what it is owed for is so: both from the same numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samvirke.foundation.speech import Speech
from samvirke.foundation.table_in_text import table_text
from samvirke.foundation.words import DEFAULT_LANGUAGE, _, said
from samvirke.insight.briefing.high_rates import METHOD, Beside, beside_district, year_said
from samvirke.insight.briefing.rows import rate_words
from samvirke.insight.indicators.every import indicator_here
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.suppression.rates import Ratio
from samvirke.insight.suppression.release import COUNCIL
from samvirke.registers.commitments.queries.duty_standings import Conditions
from samvirke.registers.commitments.register import all_duties
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import may

_PER = {
    "dwellings": _("Per 1,000 homes (95% interval)"),
    "inhabitants": _("Per 1,000 inhabitants (95% interval)"),
}
_HIDDEN = _("A number is hidden, and no rate told, where it is small or would give away another that is.")


def duty_figures(actor: Actor, body: Body) -> dict[str, str]:
    """By duty, in Danish as an agenda is: a table of the body's municipalities beside the district, and its source."""
    owed = [all_duties()[name] for name in body.duties if all_duties()[name].indicator]
    if not owed or not may(actor, "incidents.count", body.district):
        return {}
    facts = Facts(actor, body.district)
    return {one.name: _told(facts, body, one.indicator, Speech(DEFAULT_LANGUAGE)) for one in owed}


def duty_conditions(actor: Actor, bodies: Iterable[Body]) -> Conditions:
    """Of the duties owed only where a rate is high: whether it is so for each body; left out where nobody can tell.

    It is high for a body when it is in any of its municipalities, and not when it is high in none of them.
    """
    wanted = [(body, all_duties()[name]) for body in bodies for name in body.duties]
    measured = [(body, one) for body, one in wanted if one.measured and may(actor, "incidents.count", body.district)]
    districts = {body.district_id: Facts(actor, body.district) for body, _one in measured}
    known = {
        (district, name): beside_district(facts, name, COUNCIL)
        for district, facts in districts.items()
        for name in {one.indicator for body, one in measured if body.district_id == district}
    }
    found: dict[tuple[str, str], bool] = {}
    for body, one in measured:
        beside = known[body.district_id, one.indicator]
        here = [beside.rates.get(code) for code in _places(body, districts[body.district_id])] if beside else [None]
        if any(each and each.is_high for each in here):
            found[body.pk, one.name] = True
        elif here and all(here):
            found[body.pk, one.name] = False
    return found


def _places(body: Body, facts: Facts) -> list[int]:
    """The municipalities that a body covers, in the order of their names; all of them for one of the whole district."""
    covered = {one.municipality_id for one in body.covers.all()}
    return [code for code in facts.municipalities if not covered or code in covered]


def _told(facts: Facts, body: Body, name: str, speech: Speech) -> str:
    chosen, found = indicator_here(facts, name), beside_district(facts, name, COUNCIL)
    subject = speech.words(said(chosen.subject))
    if found is None:
        return speech.say(_("{subject}: there are no figures of twelve months yet."), subject=subject)
    if not found.cells:
        why = speech.words(said(chosen.unknown or _("no figures")))
        return speech.say(_("{subject}: {why}."), subject=subject, why=why)
    table = _Table(facts, found, speech)
    places = _places(body, facts)
    rows = [table.row(code) for code in places]
    hidden = any(code in found.cells and not found.cells[code].shown for code in (*places, DISTRICT))
    notes = [speech.words(said(chosen.counted)), *([speech.say(_HIDDEN)] if hidden else [])]
    made = [*year_said(speech, found.quarter, chosen), *([speech.say(METHOD)] if found.rates else [])]
    return "\n".join([table_text(table.head(), [*rows, table.row(DISTRICT)]), " ".join(notes), " ".join(made)])


@dataclass(frozen=True)
class _Table:
    facts: Facts
    found: Beside
    speech: Speech

    def head(self) -> list[str]:
        per = self.found.indicator.per
        rates = [self.speech.say(_PER[per]), self.speech.say(_("Beside the district"))] if per else []
        return [self.speech.say(_("Where")), "n", *rates]

    def row(self, code: int) -> list[str]:
        place = self.facts.municipalities[code].name if code else self.speech.say(_("The whole district"))
        beside = self.found.rates.get(code)
        rate = self.found.whole if code == DISTRICT else beside.rate if beside else None
        words = [self._rate(code, rate), beside.certain(self.speech) if beside else ""]
        return [place, self._n(code), *(words if self.found.indicator.per else [])]

    def _n(self, code: int) -> str:
        cell = self.found.cells.get(code)
        if cell is None:
            return ""
        return self.speech.say(_("hidden")) if cell.value is None else self.speech.number(cell.value)

    def _rate(self, code: int, rate: Ratio | None) -> str:
        cell = self.found.cells.get(code)
        if cell is None:
            return self.speech.words(said(self.found.indicator.unknown or _("no figures")))
        if rate is None:
            return self.speech.say(_("too few to say")) if cell.value is None else ""
        words = rate_words(rate, self.speech)
        return f"{words['rate']} ({words['low']}–{words['high']})"
