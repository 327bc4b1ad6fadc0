"""Puts a hand-kept series in place: one that a plan prints, or one that is counted by hand."""

from __future__ import annotations

from typing import Any

from samvirke.desks.plan.models import Point, Series
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("plan.put", on="district")
def put_series(actor: Actor, *, district: District, facts: dict[str, Any], points: list[dict[str, Any]]) -> Series:
    """Write a series with its points (period, municipality_id or none, value, n)."""
    series, _made = Series.objects.update_or_create(district=district, slug=facts["slug"], defaults=facts)
    series.points.all().delete()
    Point.objects.bulk_create(Point(series=series, **point) for point in points)
    note(series, points=len(points))
    return series
