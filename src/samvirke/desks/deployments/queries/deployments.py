"""The deployments of a district that somebody may see: all, those of a span of days, and those that wait."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from samvirke.desks.deployments.models import Deployment, Finding, StepTaken, Unit
from samvirke.desks.deployments.models.deployment import DONE, PLANNED, REQUESTED
from samvirke.foundation.clock import COPENHAGEN
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import may, visible


def deployments(actor: Actor, district: District) -> QuerySet[Deployment]:
    """All of them, by time; requests without a day last."""
    rows = visible(actor, "deployments.read", Deployment.objects.filter(district=district))
    return rows.select_related("district", "municipality", "unit__agency", "school", "requester", "requested_by")


def between(actor: Actor, district: District, first: date, after: date) -> QuerySet[Deployment]:
    """Those planned or done that start on a day from the first until, without it, the other."""
    rows = deployments(actor, district).filter(state__in=(PLANNED, DONE))
    return rows.filter(starts_at__gte=_midnight(first), starts_at__lt=_midnight(after)).order_by("starts_at", "name")


def on_the_day(actor: Actor, district: District, day: date, unit: Unit | None) -> QuerySet[Deployment]:
    """Those that touch a day, of one unit or of all, the first first."""
    rows = deployments(actor, district).filter(state__in=(PLANNED, DONE))
    rows = rows.filter(starts_at__lt=_midnight(day + timedelta(days=1)), ends_at__gt=_midnight(day))
    return (rows.filter(unit=unit) if unit else rows).order_by("starts_at", "name")


def requested(actor: Actor, district: District) -> QuerySet[Deployment]:
    """Requests that nobody has answered, the oldest first."""
    return deployments(actor, district).filter(state=REQUESTED).order_by("requested_on", "name")


def unwritten(actor: Actor, district: District, day: date) -> QuerySet[Deployment]:
    """Those planned before a day of which nobody has written what came of them, the oldest first."""
    rows = deployments(actor, district).filter(state=PLANNED, ends_at__lt=_midnight(day))
    return rows.order_by("starts_at", "name")


def findings_of(actor: Actor, deployment: Deployment) -> dict[str, Finding]:
    """What was found, by name."""
    rows = Finding.objects.filter(deployment__in=_seen(actor, deployment))
    return {one.name: one for one in rows}


def steps_of(actor: Actor, deployment: Deployment) -> QuerySet[StepTaken]:
    """The course, the first first."""
    return StepTaken.objects.filter(deployment__in=_seen(actor, deployment)).select_related("by")


def units(actor: Actor, district: District) -> QuerySet[Unit]:
    """The units in use, by name."""
    rows = Unit.objects.filter(district=district, closed_on__isnull=True).select_related("agency", "district")
    return rows if may(actor, "deployments.see", district) else rows.none()


def _seen(actor: Actor, deployment: Deployment) -> QuerySet[Deployment]:
    return visible(actor, "deployments.read", Deployment.objects.filter(pk=deployment.pk))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, COPENHAGEN)
