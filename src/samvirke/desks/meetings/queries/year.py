"""A year of the bodies of a district that owe meetings: what is fixed, and the days proposed for what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samvirke.desks.meetings.engine.template import template_of
from samvirke.desks.meetings.engine.year import Habits, proposed_days
from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.models.meeting import CANCELLED, OVER
from samvirke.foundation.clock import today
from samvirke.registers.commitments.queries.duty_standings import duty_standings
from samvirke.registers.commitments.register import MEETING, Duty
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


@dataclass(frozen=True)
class BodyYear:
    """One body: how many meetings it owes by its duty, those it has, and the days that are proposed.

    `noted` meetings are known to the duty and have no agenda here; `noted_held` of them are over.
    """

    body: Body
    duty: Duty
    required: int
    meetings: list[Meeting]
    proposed: list[date]
    noted: int = 0
    noted_held: int = 0

    @property
    def missing(self) -> int:
        """Meetings that are owed and neither planned nor held."""
        return max(self.required - len(self.meetings) - self.noted, 0)


@dataclass(frozen=True)
class Owed:
    """So many meetings in a year, by a duty."""

    duty: Duty
    required: int
    year: int


def body_years(actor: Actor, bodies: Iterable[Body], year: int) -> list[BodyYear]:
    """Each body that owes meetings, in order; a day that one body takes is not proposed to another."""
    seen = visible(actor, "meetings.see", Body.objects.filter(pk__in=[one.pk for one in bodies]))
    rows = {one.pk: one for one in seen.select_related("district", "located_in")}
    by_body: dict[str, list[Meeting]] = {pk: [] for pk in rows}
    for one in Meeting.objects.filter(body__in=rows, year=year).exclude(state=CANCELLED).order_by("starts_at"):
        by_body[one.body_id].append(one)
    busy = {one.starts.date() for found in by_body.values() for one in found if one.starts}
    years = []
    for owed in duty_standings(actor, list(rows.values()), year):
        if owed.duty.where == MEETING and owed.required:
            body, found = rows[owed.body.pk], by_body[owed.body.pk]
            noted = max(owed.done + owed.planned - len(found), 0)
            over = max(owed.done - sum(one.state in OVER for one in found), 0)
            proposed = _proposed(body, Owed(owed.duty, max(owed.required - noted, 0), year), found, busy)
            busy |= set(proposed)
            years.append(BodyYear(body, owed.duty, owed.required, found, proposed, noted, min(noted, over)))
    return years


def _proposed(body: Body, owed: Owed, meetings: list[Meeting], busy: set[date]) -> list[date]:
    """Nothing is proposed for a year that is over; a planned meeting without a day takes the place of one."""
    template = template_of(body)
    habits = Habits(owed.duty.last_date(owed.year), owed.duty.days_between, template.weekday, template.avoided)
    fixed = [one.starts.date() for one in meetings if one.starts]
    without_a_day = len(meetings) - len(fixed)
    return proposed_days(max(owed.required - without_a_day, len(fixed)), habits, fixed, first=today(), busy=busy)
