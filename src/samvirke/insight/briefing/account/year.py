"""The year that an account is about: its bodies, duties, meetings and commitments, each read once."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from samvirke.desks.meetings.models import Decision, Meeting
from samvirke.desks.meetings.models.decision import ADJOURNED
from samvirke.desks.meetings.queries.decisions import ORIGIN, decisions
from samvirke.desks.meetings.queries.meetings import meetings
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.period import Period, read_period
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, Words, _
from samvirke.insight.briefing.duty_figures import duty_conditions
from samvirke.insight.briefing.names import names_of, owners_said
from samvirke.insight.briefing.pack.occasion import Occasion
from samvirke.insight.indicators.facts import Facts
from samvirke.registers.commitments.models import Commitment, StatusReport
from samvirke.registers.commitments.models.commitment import DONE, DROPPED, OPEN
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.registers.commitments.queries.duty_standings import Standing, duty_standings
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.trust.access.actor import Actor


@dataclass(frozen=True)
class Year:
    """One account in the making. Raises `Refused` for a body that gets none, and for a year that has not begun."""

    actor: Actor
    body: Body
    year: int
    language: str

    def __post_init__(self) -> None:
        if self.body.kind != "district-council":
            what = Said(_("{body} is given no yearly account."), {"body": self.body.words})
            raise Refused.because(what, _("The account is given to the district council."))
        if not 1990 <= self.year <= today().year:
            what = Said(_("There is nothing to tell of {year} yet."), {"year": self.year})
            raise Refused.because(what, _("Choose a year that has begun."))

    @cached_property
    def speech(self) -> Speech:
        """The account's way of saying things."""
        return Speech(self.language)

    @property
    def as_of(self) -> date:
        """The day that the account stands on: today, or the last day of a year that is over."""
        return min(today(), date(self.year, 12, 31))

    @cached_property
    def standings(self) -> list[Standing]:
        """Every duty of every body of the district."""
        here = list(bodies(self.actor).filter(district_id=self.body.district_id))
        # The newest figures tell what is owed now; of a year that is over, what was entered and done.
        conditions = duty_conditions(self.actor, here) if self.year == today().year else {}
        return duty_standings(self.actor, here, self.year, conditions)

    @cached_property
    def meetings(self) -> list[Meeting]:
        """The meetings of the year, of all bodies."""
        return list(meetings(self.actor, self.body.district_id, self.year))

    @cached_property
    def promised(self) -> list[Commitment]:
        """Every commitment of the district that somebody may read about here; tasks of cases are not among them."""
        return list(commitments(self.actor, self.body.district_id))

    def ended(self, state: str) -> list[Commitment]:
        """Those closed within the year: done, or dropped."""
        closed = [one for one in self.promised if one.state == state and one.closed_on]
        return [one for one in closed if one.closed_on and one.closed_on.year == self.year]

    @cached_property
    def late(self) -> list[Commitment]:
        """Those whose date had passed, and which were open, on the day that the account stands on."""
        return [one for one in self.promised if one.due and one.due < self.as_of and self._was_open(one)]

    @cached_property
    def ahead(self) -> list[Commitment]:
        """Those that were open with a later date, or without one."""
        return [one for one in self.promised if self._was_open(one) and (one.due is None or one.due >= self.as_of)]

    def _was_open(self, one: Commitment) -> bool:
        return one.state == OPEN or (one.closed_on is not None and one.closed_on > self.as_of)

    @cached_property
    def without_commitment(self) -> list[Decision]:
        """What was decided in open items of the year without anybody promising anything; postponed is not decided."""
        rows = decisions(self.actor, self.body.district_id).filter(year=self.year, item__is_open=True)
        made = list(rows.exclude(outcome=ADJOURNED).order_by("body_id", "number"))
        promised = {one.came_from for one in self.promised}
        return [one for one in made if f"{ORIGIN}{one.pk}" not in promised]

    @cached_property
    def decisions(self) -> list[Commitment]:
        """The decisions that the year dealt with, whatever became of them."""
        dealt_with = {one.pk for one in (*self.ended(DONE), *self.ended(DROPPED), *self.late, *self.ahead)}
        return [one for one in self.promised if one.sort == "decision" and one.pk in dealt_with]

    @cached_property
    def last_reports(self) -> dict[object, StatusReport]:
        """The newest report of each commitment until the day that the account stands on."""
        rows = StatusReport.objects.filter(commitment__in=[one.pk for one in self.promised], on__lte=self.as_of)
        return {one.commitment_id: one for one in rows.order_by("on", "at")}

    @cached_property
    def names(self) -> dict[str, Words]:
        """The names of all owners."""
        return names_of(sorted({owner for one in self.promised for owner in one.owners}))

    def owners(self, one: Commitment) -> str:
        """Who owes it."""
        return owners_said(one.owners, self.speech, self.names)

    @cached_property
    def occasion(self) -> Occasion | None:
        """The last quarter of the year that the figures run through; nothing where there are none."""
        facts = Facts(self.actor, self.body.district)
        quarters: list[Period] = [read_period(f"{self.year}Q{number}") for number in (4, 3, 2, 1)]
        latest = next((one for one in quarters if not facts.store.is_empty and facts.store.covers(one)), None)
        if latest is not None:
            with suppress(Refused):
                return Occasion(self.actor, self.body, latest, self.language)
        return None
