"""Who was elected to what on a body, and what can be elected there."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from samvirke.registers.partners.facts.in_force import in_force
from samvirke.registers.partners.models import Body, Election
from samvirke.registers.partners.models.seat import ELECTED_ROLES
from samvirke.registers.partners.queries.seats import open_seats
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def elections_on(actor: Actor, body: Body, day: date) -> QuerySet[Election]:
    """The elections that are in force on a day."""
    seen = visible(actor, "partners.see", Body.objects.filter(pk=body.pk))
    return Election.objects.filter(in_force(day), body__in=seen).select_related("membership__holder")


def electable_roles(actor: Actor, body: Body) -> list[str]:
    """The roles that some seat of the body allows and that no office holds, the chair first."""
    seats = list(open_seats(actor, [body]))
    held, allowed = {seat.role for seat in seats}, {role for seat in seats for role in seat.electable}
    return [role for role in ELECTED_ROLES if role in allowed - held]
