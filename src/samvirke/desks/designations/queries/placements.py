"""What has been chosen from the studies of where things should stand, the newest first."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from samvirke.desks.designations.models import Placement
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def placements(actor: Actor, district: District) -> QuerySet[Placement]:
    """All of a district that somebody may see the places of."""
    return visible(actor, "designations.see", Placement.objects.filter(district=district)).select_related("by")


def placement_of(actor: Actor, district: District, study: UUID) -> Placement | None:
    """What was chosen from a study, if anything."""
    return placements(actor, district).filter(study=study).first()
