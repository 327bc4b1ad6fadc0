"""The targets that a district has entered for a year."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.desks.deployments.models import Target
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import may


def targets(actor: Actor, district: District, year: int) -> QuerySet[Target]:
    """Those in force, by kind."""
    rows = Target.objects.filter(district=district, year=year, until__isnull=True)
    return rows if may(actor, "deployments.see", district) else rows.none()
