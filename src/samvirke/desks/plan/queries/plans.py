"""The plans that somebody may read."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.desks.plan.models import Plan, Series
from samvirke.desks.plan.models.plan import COOPERATION, IN_FORCE
from samvirke.foundation.clock import today
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def plans(actor: Actor, district_id: str) -> QuerySet[Plan]:
    """Every cooperation plan of a district, the newest first; the draft of the next among them."""
    rows = Plan.objects.filter(district_id=district_id, kind=COOPERATION)
    return visible(actor, "plan.see", rows).order_by("-year")


def local_plans(actor: Actor, district_id: str) -> QuerySet[Plan]:
    """Every action plan and SSP plan of the district's local councils, the newest first."""
    rows = Plan.objects.filter(district_id=district_id).exclude(kind=COOPERATION).select_related("body")
    return visible(actor, "plan.see", rows).order_by("body_id", "kind", "-year")


def plan_in_force(actor: Actor, district_id: str, year: int | None = None) -> Plan | None:
    """The plan of the year, or the latest before it; the business date's year when none is named. A draft is in force
    for nobody.
    """
    return plans(actor, district_id).filter(stage__in=IN_FORCE, year__lte=year or today().year).first()


def replaced_by(actor: Actor, plan: Plan) -> Plan | None:
    """The plan that has taken its place: a later one of the same body and kind, in force, whose year has come."""
    later = Plan.objects.filter(body=plan.body_id, kind=plan.kind, year__gt=plan.year, year__lte=today().year)
    return visible(actor, "plan.see", later.filter(stage__in=IN_FORCE)).order_by("year").first()


def series_of(actor: Actor, district_id: str, slug: str) -> Series | None:
    """One hand-kept series of a district."""
    rows = visible(actor, "plan.see", Series.objects.filter(district_id=district_id, slug=slug))
    return rows.prefetch_related("points").first()
