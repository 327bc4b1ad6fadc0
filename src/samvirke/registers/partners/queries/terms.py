"""Appointments that end soon, or have ended without a new one."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet

from samvirke.foundation.clock import today
from samvirke.registers.partners.models import Body, Membership
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def ending_terms(actor: Actor, district: District, within_days: int) -> QuerySet[Membership]:
    """Appointments of the district that run out within so many days, the first first.

    One that has run out stays among them as long, unless somebody has the place after it.
    """
    seen = visible(actor, "partners.see", Body.objects.filter(district=district))
    near = timedelta(days=within_days)
    renewed = Membership.objects.filter(
        seat=OuterRef("seat"), place=OuterRef("place"), since__gt=OuterRef("term_until")
    )
    rows = Membership.objects.filter(
        seat__body__in=seen, until__isnull=True, term_until__range=(today() - near, today() + near)
    )
    return rows.exclude(Exists(renewed)).select_related("seat__body", "holder").order_by("term_until", "id")
