"""What a body does on a day without a meeting here: learning activities, and units of its duties that are noted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Q, QuerySet

from samvirke.desks.meetings.facts.evidence import evidence_of_learning, evidence_of_meeting
from samvirke.desks.meetings.learning_kinds import LEARNING_KINDS
from samvirke.desks.meetings.models import Learning, Meeting
from samvirke.desks.meetings.models.learning import CANCELLED, HELD
from samvirke.foundation.words import Said
from samvirke.registers.commitments.models import Fulfilment
from samvirke.registers.commitments.register import MEETING, duty
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible

ACTIVITY, DUTY_UNIT = "activity", "duty"


@dataclass(frozen=True)
class CalendarDay:
    """A whole day in a calendar: `key` names the row of its `sort` for good; nothing of what was written is in it."""

    sort: str
    key: str
    day: date
    body: Body
    what: Said
    place: str = ""
    sequence: int = 0
    is_certain: bool = False
    is_cancelled: bool = False


def with_a_calendar(rows: QuerySet[Body]) -> QuerySet[Body]:
    """Those of the bodies that meet, owe something each year, or have learning activities."""
    found = Q(meetings__isnull=False) | Q(learning__isnull=False) | Q(fulfilments__isnull=False) | ~Q(duties=[])
    return rows.filter(pk__in=rows.filter(found).values("pk"))


def calendar_days(actor: Actor, bodies: QuerySet[Body], since: date) -> list[CalendarDay]:
    """The days of these bodies from `since` on, in order."""
    seen = visible(actor, "meetings.see", bodies)
    noted = visible(actor, "commitments.see", bodies)
    found = [*_activities(seen, since), *_units(noted, since)]
    return sorted(found, key=lambda one: (one.day, one.sort, one.key))


def _activities(bodies: QuerySet[Body], since: date) -> Iterator[CalendarDay]:
    for one in Learning.objects.filter(body__in=bodies, day__gte=since).select_related("body"):
        if one.body is not None and one.day is not None:
            yield CalendarDay(
                ACTIVITY,
                str(one.pk),
                one.day,
                one.body,
                Said(LEARNING_KINDS[one.kind].title),
                one.place,
                one.version,
                one.state == HELD,
                one.state == CANCELLED,
            )


def _units(bodies: QuerySet[Body], since: date) -> Iterator[CalendarDay]:
    """One a day for each duty and its evidence; what a meeting or an activity here fulfils is an event already."""
    told: set[tuple[str | None, str]] = set()
    for meeting in Meeting.objects.filter(body__in=bodies).only("body", "number", "year"):
        told.add((meeting.body_id, evidence_of_meeting(meeting)))
    for activity in Learning.objects.filter(body__in=bodies).only("body"):
        told.add((activity.body_id, evidence_of_learning(activity)))
    rows = Fulfilment.objects.filter(body__in=bodies, on__gte=since).select_related("body")
    rows = rows.order_by("body", "duty", "on", "evidence", "unit")
    for (_body, name, day, evidence), units in groupby(
        rows, key=lambda one: (one.body_id, one.duty, one.on, one.evidence)
    ):
        first, *others = units
        if (first.body_id, evidence) not in told and day is not None:
            certain = all(one.state == "done" for one in (first, *others))
            owed = duty(name)
            # The title speaks of all the meetings of a year; this is one of them.
            what = Said(owed.unit if owed.where == MEETING else owed.title)
            yield CalendarDay(DUTY_UNIT, str(first.pk), day, first.body, what, is_certain=certain)
