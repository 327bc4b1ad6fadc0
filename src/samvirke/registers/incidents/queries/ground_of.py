"""What an import needs to know of a district's ground."""

from __future__ import annotations

from samvirke.registers.incidents.engine.ground import Box, Ground
from samvirke.registers.places.models import District
from samvirke.registers.places.queries.near_cells import near_cells


def ground_of(district: District) -> Ground:
    """Coordinate system, rough box, municipalities, and the cells near them."""
    return Ground(
        crs=district.crs,
        zone=district.time_zone,
        extent=Box(*district.extent),
        municipalities=tuple(district.municipalities.order_by("code").values_list("code", flat=True)),
        near=near_cells(district),
    )
