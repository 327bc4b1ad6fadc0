"""The learning activities of a district, and how they reach each municipality and each agency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from samvirke.desks.meetings.models import Learning
from samvirke.desks.meetings.models.learning import CANCELLED, HELD
from samvirke.foundation.clock import today
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible
from samvirke.trust.identity.models import Agency


@dataclass
class Reached:
    """How a municipality was reached in a year: activities held and planned by kind, and the last one that was held."""

    municipality: Municipality
    held: dict[str, int] = field(default_factory=dict)
    planned: dict[str, int] = field(default_factory=dict)
    latest: date | None = None


@dataclass
class CameFrom:
    """How an agency took part in a year: in how many activities, with how many people in all."""

    agency: Agency
    activities: int = 0
    people: int = 0


def learning(actor: Actor, district: District, year: int) -> QuerySet[Learning]:
    """The activities of a year by day; one without a day belongs to the year that runs, and comes last."""
    rows = visible(actor, "meetings.see", Learning.objects.filter(district=district))
    undated = Q(day__isnull=True) if year == today().year else Q(pk__in=[])
    found = rows.filter(Q(day__year=year) | undated).select_related("host", "body", "district")
    return found.prefetch_related("places__municipality", "parts__agency")


def reached(actor: Actor, district: District, activities: Iterable[Learning]) -> list[Reached]:
    """Every municipality of the district, also one that nothing was for."""
    seen = visible(actor, "places.see", District.objects.filter(pk=district.pk))
    found = {one.pk: Reached(one) for one in Municipality.objects.filter(district__in=seen)}
    for activity in activities:
        for place in activity.places.all():
            if place.municipality_id in found and activity.state != CANCELLED:
                _count(found[place.municipality_id], activity)
    return list(found.values())


def came_from(actor: Actor, activities: Iterable[Learning]) -> list[CameFrom]:
    """Every agency that took part, those with most activities first."""
    found: dict[str, CameFrom] = {}
    for activity in activities:
        for part in activity.parts.all():
            row = found.setdefault(part.agency_id, CameFrom(part.agency))
            row.activities += 1
            row.people += part.people
    return sorted(found.values(), key=lambda one: (-one.activities, -one.people, one.agency.pk))


def _count(row: Reached, activity: Learning) -> None:
    counts = row.held if activity.state == HELD else row.planned
    counts[activity.kind] = counts.get(activity.kind, 0) + 1
    if activity.state == HELD and activity.day and (row.latest is None or activity.day > row.latest):
        row.latest = activity.day
