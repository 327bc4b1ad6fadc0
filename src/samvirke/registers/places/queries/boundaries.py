"""The boundaries in force: the newest official delivery that has begun, or the schematic one until there is any."""

from __future__ import annotations

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from samvirke.foundation.clock import today
from samvirke.registers.places.models import BoundaryVersion


@dataclass(frozen=True)
class Boundaries:
    """Shapes by municipality code, in metres of `crs`. Schematic ones do not say in which municipality a point is."""

    crs: str
    schematic: bool
    source: str
    shapes: dict[int, BaseGeometry]


def boundaries(codes: list[int], crs: str) -> Boundaries | None:
    """The shapes of these municipalities, or `None` when no delivery in this CRS has them all."""
    begun = BoundaryVersion.objects.filter(valid_from__lte=today(), crs=crs)
    for version in begun.order_by("schematic", "-valid_from", "-imported_at"):
        rows = version.boundaries.filter(municipality_code__in=codes)
        shapes = {row.municipality_code: row.shape for row in rows}
        if len(shapes) == len(set(codes)):
            return Boundaries(version.crs, version.schematic, version.source, shapes)
    return None
