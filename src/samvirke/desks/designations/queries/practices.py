"""What a district has entered for each kind of place, and what is still unknown."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.desks.designations.engine.kind import Kind
from samvirke.desks.designations.facts.practice import InForce, practice_of
from samvirke.desks.designations.models import Practice
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import may


def practices(actor: Actor, district: District) -> QuerySet[Practice]:
    """What is in force now, by kind."""
    rows = Practice.objects.filter(district=district, until__isnull=True).select_related("municipality")
    return rows if may(actor, "designations.see", district) else rows.none()


def known_practice(actor: Actor, district: District, kind: Kind, municipality: Municipality) -> InForce:
    """How long and how often in one municipality; nothing is known to those who may not see it."""
    if not may(actor, "designations.see", district):
        return InForce(None, None)
    return practice_of(kind, district.pk, municipality.pk)
