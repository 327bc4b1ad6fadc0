"""What a pack is made for: whose it is, which quarter, in what language, and the next meeting."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.queries.meetings import next_meeting
from samvirke.foundation.fault import Refused
from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.chosen import Chosen, chosen
from samvirke.insight.briefing.figures import Figures, figures
from samvirke.insight.briefing.rows import Row, row
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.suppression.release import COUNCIL
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor

WITH_PAPERS = ("district-council", "local-council")


@dataclass(frozen=True)
class Occasion:
    """One pack in the making."""

    actor: Actor
    body: Body
    quarter: Period
    language: str
    audience: str = COUNCIL
    facts: Facts = field(init=False)
    speech: Speech = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "facts", Facts(self.actor, self.body.district))
        object.__setattr__(self, "speech", Speech(self.language))
        self._check()

    def _check(self) -> None:
        if self.body.kind not in WITH_PAPERS:
            what = Said(_("{body} is not a council, and has no meeting pack."), {"body": self.body.words})
            raise Refused.because(what, _("Packs are made for district councils and local councils."))
        store = self.facts.store
        if store.is_empty:
            what = Said(_("There are no figures for {district} yet."), {"district": self.body.district.words})
            raise Refused.because(what, _("Import incidents first: samvirke import incidents FILE --source NAME"))
        if not store.covers(self.quarter):
            span = {"quarter": self.quarter, "first": store.first_day, "last": store.last_day}
            what = Said(_("The figures do not run through {quarter}: they go from {first} to {last}."), span)
            raise Refused.because(what, _("Choose a quarter within them, or import the rest of it."))

    def spoken(self, language: str) -> Occasion:
        """The same in another language, from the same figures."""
        other = Occasion(self.actor, self.body, self.quarter, language, self.audience)
        for name in ("facts", "chosen", "figures"):
            other.__dict__[name] = getattr(self, name)
        return other

    @cached_property
    def area(self) -> int:
        """The municipality that the pack is about, or the whole district."""
        if self.body.kind == "district-council":
            return DISTRICT
        return self.body.covers.order_by("municipality_id")[0].municipality_id

    @property
    def is_district(self) -> bool:
        """Whether the pack is about the whole district."""
        return self.area == DISTRICT

    @property
    def has_parts(self) -> bool:
        """Whether it is about several municipalities."""
        return self.is_district and len(self.facts.municipalities) > 1

    @cached_property
    def place(self) -> str:
        """The name of the place."""
        if self.is_district:
            return self.body.district.words.text(self.language)
        return self.facts.municipalities[self.area].name

    @cached_property
    def meeting(self) -> Meeting | None:
        """The meeting that the pack is for."""
        return next_meeting(self.actor, self.body)

    @cached_property
    def chosen(self) -> Chosen:
        """The plan, and what is followed under it."""
        return chosen(self.facts, self.quarter.year)

    @cached_property
    def figures(self) -> dict[str, Figures]:
        """Every followed indicator's figures, by name; harm without a weight is refused, and told in the remarks."""
        found = {}
        for one in self.chosen.indicators():
            with suppress(Refused):
                found[one.name] = figures(self.facts, one, self.quarter, self.audience)
        return {name: one for name, one in found.items() if one.is_counted}

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Every followed indicator's row for the place."""
        return {name: row(self.facts, one, self.area, self.speech) for name, one in self.figures.items()}

    @cached_property
    def whole(self) -> dict[str, Row]:
        """The same for the whole district."""
        return {name: row(self.facts, one, DISTRICT, self.speech) for name, one in self.figures.items()}

    @cached_property
    def counted_rows(self) -> list[Row]:
        """The rows that are counts over time, in the plan's order; shares and yearly numbers are told in sentences."""
        return [one for one in self.rows.values() if one.indicator.kind == "count" and one.indicator.every != "year"]
