"""Which brief is read, by whom, for which body, and to which quarter the figures run."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.insight.briefing.focus.declaration import Brief
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.suppression.release import COUNCIL
from samvirke.registers.partners.models import Body


@dataclass(frozen=True)
class AskedBrief:
    """One brief for one body; no quarter where there are no figures."""

    brief: Brief
    body: Body
    facts: Facts
    quarter: Period | None
    speech: Speech
    area: int = DISTRICT
    audience: str = COUNCIL

    @property
    def is_whole(self) -> bool:
        """Whether it is about the whole district."""
        return self.area == DISTRICT

    @property
    def place(self) -> str:
        """The name of the place."""
        if self.is_whole:
            return self.facts.district.words.text(self.speech.language)
        return self.facts.municipalities[self.area].name


def asked_for(brief: Brief, body: Body, facts: Facts, quarter: Period | None, speech: Speech) -> AskedBrief:
    """A brief for a body: of its municipality, or of the whole district."""
    return AskedBrief(brief, body, facts, quarter, speech, area_of(body))


def area_of(body: Body) -> int:
    """The municipality that a local council is for, or the whole district."""
    first = body.covers.order_by("municipality_id").first() if body.is_local_council else None
    return first.municipality_id if first else DISTRICT
