"""The seats that bodies have now."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from samvirke.registers.partners.models import Body, Seat
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def open_seats(actor: Actor, bodies: Iterable[Body]) -> QuerySet[Seat]:
    """The seats that have not been closed, as they are printed."""
    seen = visible(actor, "partners.see", Body.objects.filter(pk__in=[body.pk for body in bodies]))
    rows = Seat.objects.filter(body__in=seen, closed_on__isnull=True)
    return rows.select_related("body__district", "agency", "municipality", "area").order_by("body_id", "order")
