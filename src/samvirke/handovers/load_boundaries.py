"""Brings boundaries in: the schematic ones that come with the program, or an official file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.places.boundary_file import read_boundary_file
from samvirke.registers.places.commands.put_boundaries import put_boundaries
from samvirke.registers.places.models import BoundaryVersion, District, Municipality
from samvirke.registers.places.nation import NATIONAL_CRS
from samvirke.registers.places.schematic import built_shapes
from samvirke.trust.access.actor import Actor

_SCHEMATIC_FROM = date(2007, 1, 1)
_SCHEMATIC_SOURCE = "react-denmark-map 1.0 (MIT), schematic"


def load_schematic_boundaries(actor: Actor, district: District) -> BoundaryVersion | None:
    """Give a Danish district the schematic boundaries, when they were built at set-up."""
    shapes = built_shapes()
    if district.country != "DK" or district.crs != NATIONAL_CRS or not shapes:
        return None
    return put_boundaries(
        actor, shapes=shapes, crs=NATIONAL_CRS, source=_SCHEMATIC_SOURCE, valid_from=_SCHEMATIC_FROM, schematic=True
    )


def load_boundary_file(
    actor: Actor, path: Path, *, crs: str, code: str, valid_from: date, source: str
) -> BoundaryVersion:
    """Import official boundaries from GeoJSON or GeoPackage in any CRS; `code` names the property with the code."""
    shapes = _known_only(read_boundary_file(path, code, crs), path)
    return put_boundaries(actor, shapes=shapes, crs=crs, source=source, valid_from=valid_from, schematic=False)


def _known_only(shapes: dict[int, BaseGeometry], path: Path) -> dict[int, BaseGeometry]:
    known = set(Municipality.objects.values_list("code", flat=True))
    kept = {municipality: shape for municipality, shape in shapes.items() if municipality in known}
    if not kept:
        what = Said(_("None of its shapes ({count}) belongs to a municipality that is loaded."), {"count": len(shapes)})
        raise Refused.because(
            what, _("Load the district first, or name the right property with --code."), file=path.name
        )
    return kept
