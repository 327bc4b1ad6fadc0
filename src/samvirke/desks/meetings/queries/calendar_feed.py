"""The meetings and days behind a secret calendar address, as whoever made it may see them today."""

from __future__ import annotations

import hashlib
from datetime import datetime, time, timedelta

from django.db.models import QuerySet

from samvirke.desks.meetings.models import CalendarAddress, Meeting
from samvirke.desks.meetings.queries.calendar_days import CalendarDay, calendar_days
from samvirke.desks.meetings.queries.mine import my_meetings
from samvirke.foundation.clock import COPENHAGEN, today
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.sittings import bodies_of
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible

_BACK = timedelta(days=366)


def address_of(secret: str) -> CalendarAddress | None:
    """The address that has this secret and is not withdrawn."""
    digest = hashlib.sha256(secret.encode()).hexdigest()
    rows = CalendarAddress.objects.select_related("account", "body")
    return rows.filter(sha256=digest, withdrawn_at__isnull=True).first()


def fed_meetings(actor: Actor, body: Body | None) -> QuerySet[Meeting]:
    """A year back and all ahead, cancelled ones too: a calendar that has one must be told."""
    rows = my_meetings(actor)
    if body is not None:
        seen = visible(actor, "meetings.see", Body.objects.filter(pk=body.pk))
        rows = Meeting.objects.filter(body__in=seen).select_related("body__district").order_by("starts_at")
    return rows.filter(starts_at__gte=datetime.combine(today(), time(), COPENHAGEN) - _BACK)


def fed_days(actor: Actor, body: Body | None) -> list[CalendarDay]:
    """What the body does on other days, a year back and ahead; without one, what all their own bodies do."""
    rows = bodies_of(actor, today()) if body is None else Body.objects.filter(pk=body.pk)
    return calendar_days(actor, rows, today() - _BACK)


def my_addresses(actor: Actor) -> QuerySet[CalendarAddress]:
    """Those that still answer."""
    rows = CalendarAddress.objects.filter(withdrawn_at__isnull=True).select_related("body")
    return visible(actor, "meetings.unsubscribe", rows)
