"""The meetings that somebody may see."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID

from django.db.models import F, QuerySet

from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.models.meeting import AHEAD, CANCELLED
from samvirke.foundation.clock import COPENHAGEN, today
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible

_BY_TIME = F("starts_at").asc(nulls_last=True)


def meetings(actor: Actor, district_id: str, year: int) -> QuerySet[Meeting]:
    """The meetings of a district's bodies in a year, in order of time; those without a day come last."""
    return _seen(actor, Body.objects.filter(district_id=district_id)).filter(year=year)


def coming(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Those that are still ahead; one without a day comes last."""
    midnight = datetime.combine(today(), time(), COPENHAGEN)
    ahead = rows.filter(state__in=AHEAD).exclude(starts_at__lt=midnight)
    return ahead.order_by(_BY_TIME, "body_id", "number")


def next_meeting(actor: Actor, body: Body) -> Meeting | None:
    """A body's next meeting that has a day, this year or later."""
    return coming(_seen(actor, Body.objects.filter(pk=body.pk)).filter(starts_at__isnull=False)).first()


def meetings_of(actor: Actor, body: Body, year: int) -> QuerySet[Meeting]:
    """One body's meetings of a year that were not cancelled."""
    return _seen(actor, Body.objects.filter(pk=body.pk)).filter(year=year).exclude(state=CANCELLED)


def meeting_by_id(actor: Actor, district_id: str, meeting_id: UUID) -> Meeting | None:
    """One meeting of a district; a missing one and a forbidden one are the same."""
    rows = _seen(actor, Body.objects.filter(district_id=district_id))
    return rows.select_related("body__district", "body__located_in").filter(pk=meeting_id).first()


def _seen(actor: Actor, bodies: QuerySet[Body]) -> QuerySet[Meeting]:
    rows = Meeting.objects.filter(body__in=visible(actor, "meetings.see", bodies))
    return rows.select_related("body").prefetch_related("items", "body__covers").order_by(_BY_TIME, "body_id", "number")
