"""The places of a district that somebody may see, by kind, and those that need somebody."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.models.designation import IN_FORCE
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def places(actor: Actor, district: District) -> QuerySet[Designation]:
    """All of them, ended ones too, by kind and name."""
    rows = visible(actor, "designations.read", Designation.objects.filter(district=district))
    return rows.select_related("municipality", "district", "body__district", "reviewer", "area")


def due_places(actor: Actor, district: District, until: date) -> QuerySet[Designation]:
    """Those in force whose review is due by a day, or whose period has run out by it; the earliest first."""
    return places(actor, district).filter(_due(until), state=IN_FORCE).order_by("next_review", "name", "id")


def due_everywhere(actor: Actor, until: date) -> QuerySet[Designation]:
    """The same in every district that the actor sees."""
    rows = visible(actor, "designations.read", Designation.objects.filter(_due(until), state=IN_FORCE))
    return rows.order_by("district", "next_review", "id")


def _due(until: date) -> Q:
    return Q(next_review__lte=until) | Q(until__lte=until)
