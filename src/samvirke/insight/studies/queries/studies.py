"""The studies that somebody may read, the newest first."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.insight.studies.models import Study
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def studies(actor: Actor, district: District) -> QuerySet[Study]:
    """Those of a district, without their answers, which are large: ask for one by its id to have it."""
    return (
        visible(actor, "studies.read", Study.objects.all())
        .filter(district=district)
        .defer("answer")
        .order_by("-asked_at")
    )
