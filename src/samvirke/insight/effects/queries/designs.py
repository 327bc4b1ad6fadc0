"""The designs that somebody may see, and the newest estimate of each."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from samvirke.insight.effects.models import Change, Design, Estimate
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def designs(actor: Actor, district: District) -> QuerySet[Design]:
    """All of a district, the newest first; `newest` is a list of the newest estimate, or empty."""
    newest = Prefetch("estimates", Estimate.objects.filter(replaced_by__isnull=True), to_attr="newest")
    rows = visible(actor, "effects.read", Design.objects.filter(district=district))
    return rows.select_related("district", "registered_by").prefetch_related(newest).order_by("-registered_on", "id")


def designs_of(actor: Actor, district: District, target: str, key: str) -> QuerySet[Design]:
    """Those that are about one thing."""
    return designs(actor, district).filter(target=target, key=key)


def estimates_of(actor: Actor, design: Design) -> QuerySet[Estimate]:
    """Every estimate of a design, the newest first."""
    rows = Estimate.objects.filter(design__in=visible(actor, "effects.read", Design.objects.filter(pk=design.pk)))
    return rows.select_related("replaces").order_by("-made_at", "id")


def changes_of(actor: Actor, design: Design) -> QuerySet[Change]:
    """What was changed after the design was fixed, the first change first."""
    rows = Change.objects.filter(design__in=visible(actor, "effects.read", Design.objects.filter(pk=design.pk)))
    return rows.select_related("by").order_by("version")
