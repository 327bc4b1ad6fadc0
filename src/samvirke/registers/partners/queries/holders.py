"""The people in office whom somebody may see."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from samvirke.registers.partners.facts.in_force import in_force
from samvirke.registers.partners.models import Body, ContactPoint, Membership, SeatHolder
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def holders(actor: Actor, district: District) -> QuerySet[SeatHolder]:
    """Everybody in the district's list, by name."""
    return visible(actor, "partners.see", SeatHolder.objects.filter(district=district).select_related("agency"))


def contacts_on(actor: Actor, body: Body, day: date) -> QuerySet[ContactPoint]:
    """Whom to turn to about what a body does, on a day."""
    seen = visible(actor, "partners.see", Body.objects.filter(pk=body.pk))
    return ContactPoint.objects.filter(in_force(day), body__in=seen).select_related("holder", "cover")


def history_of(actor: Actor, body: Body) -> QuerySet[Membership]:
    """Everybody who has sat on a body or will, the latest first."""
    seen = visible(actor, "partners.see", Body.objects.filter(pk=body.pk))
    rows = Membership.objects.filter(seat__body__in=seen).select_related("holder", "seat")
    return rows.order_by("-since", "seat__order", "place")
