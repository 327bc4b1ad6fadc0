"""The meetings that somebody may see."""

from __future__ import annotations

from datetime import datetime, time

from django.db.models import QuerySet

from samvirke.desks.meetings.models import Meeting
from samvirke.foundation.clock import COPENHAGEN, today
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def meetings(actor: Actor, district_id: str, year: int) -> QuerySet[Meeting]:
    """The meetings of a district's bodies in a year, in order of time."""
    bodies = visible(actor, "meetings.see", Body.objects.filter(district_id=district_id))
    rows = Meeting.objects.filter(body__in=bodies, year=year)
    return rows.select_related("body").prefetch_related("items").order_by("starts_at", "body_id", "number")


def coming(rows: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Those that are still ahead; one without a day comes last."""
    midnight = datetime.combine(today(), time(), COPENHAGEN)
    return rows.filter(state__in=["planned", "called"]).exclude(starts_at__lt=midnight).order_by("starts_at", "body_id")


def next_meeting(actor: Actor, body: Body) -> Meeting | None:
    """A body's next meeting that has a day."""
    rows = meetings(actor, body.district_id, today().year).filter(body=body, starts_at__isnull=False)
    return coming(rows).first()
