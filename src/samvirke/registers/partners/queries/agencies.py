"""The agencies that take part in a district."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import may
from samvirke.trust.identity.models import Agency


def agencies_of(actor: Actor, district: District) -> QuerySet[Agency]:
    """Those of the district, by id, for whoever may see its bodies."""
    rows = Agency.objects.filter(districts__district_id=district.pk).order_by("id")
    return rows if may(actor, "partners.see", district) else rows.none()
