"""The plans that somebody may read."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.desks.plan.models import Plan, Series
from samvirke.foundation.clock import today
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def plans(actor: Actor, district_id: str) -> QuerySet[Plan]:
    """Every plan of a district, the newest first."""
    return visible(actor, "plan.see", Plan.objects.filter(district_id=district_id)).order_by("-year")


def plan_in_force(actor: Actor, district_id: str, year: int | None = None) -> Plan | None:
    """The plan of the year, or the latest before it; the business date's year when none is named."""
    return plans(actor, district_id).filter(year__lte=year or today().year).first()


def series_of(actor: Actor, district_id: str, slug: str) -> Series | None:
    """One hand-kept series of a district."""
    rows = visible(actor, "plan.see", Series.objects.filter(district_id=district_id, slug=slug))
    return rows.prefetch_related("points").first()
