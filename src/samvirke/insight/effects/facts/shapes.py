"""Where an area of a design lies in metres, the ring around it, and the outline of a circle that somebody drew."""

from __future__ import annotations

import json

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from samvirke.desks.designations.facts.homes import least, refuse_one_home
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.insight.effects.engine.area import CIRCLE, MUNICIPALITY, POLYGON, Area
from samvirke.registers.places.geometry import WGS84, drawn, in_metres
from samvirke.registers.places.models import District, Municipality
from samvirke.registers.places.queries.boundaries import boundaries
from samvirke.registers.places.shapes import POINT
from samvirke.registers.places.shapes import POLYGON as OUTLINE

_CORNERS = 12
_LARGEST_RADIUS, _LARGEST_RING = 5_000, 5_000


def shape_of(district: District, area: Area) -> BaseGeometry | None:
    """In the district's own metres; nothing for a municipality whose borders are not known."""
    if area.shape != MUNICIPALITY:
        return in_metres(district, area.geometry)
    known = boundaries([area.municipality], district.crs)
    return known.shapes[area.municipality] if known else None


def outline(district: District, name: str, municipality: Municipality, written: str, homes: int | None) -> Area:
    """An area that was drawn. Raises `Refused` for one that crosses itself or the border, or is one home."""
    found = drawn(district, municipality, OUTLINE, written)
    refuse_one_home(homes, found.size)
    return Area(name, POLYGON, municipality.pk, found.geojson, homes=homes)


def circle(
    district: District, name: str, municipality: Municipality, written: str, radius: int, homes: int | None
) -> Area:
    """So many metres around a point. Raises `Refused` as for what is drawn."""
    if not 1 <= radius <= _LARGEST_RADIUS:
        what = Said(_("The radius is not between 1 and {most} metres."), {"most": _LARGEST_RADIUS})
        raise Refused.because(what, _("Correct it, or draw the area."))
    middle = in_metres(district, drawn(district, municipality, POINT, written).geojson)
    found = drawn(district, municipality, OUTLINE, geojson_of(district, middle.buffer(radius, _CORNERS)))
    refuse_one_home(homes, found.size)
    return Area(name, CIRCLE, municipality.pk, found.geojson, radius=radius, homes=homes)


def around(district: District, geojson: str, radius: int) -> str:
    """The outline so many metres around a stored place."""
    return geojson_of(district, in_metres(district, geojson).buffer(radius, _CORNERS))


def geojson_of(district: District, metric: BaseGeometry) -> str:
    """A shape in metres as GeoJSON in WGS84."""
    turned = Transformer.from_crs(district.crs, WGS84, always_xy=True)
    degrees = shapely.transform(metric, lambda points: np.column_stack(turned.transform(points[:, 0], points[:, 1])))
    return json.dumps(mapping(shapely.set_precision(degrees, 1e-6, mode="pointwise")), separators=(",", ":"))


def ring_around(shapes: list[BaseGeometry], metres: int) -> BaseGeometry:
    """What lies so many metres around some areas, and in none of them."""
    whole = shapely.unary_union(shapes)
    return whole.buffer(metres).difference(whole)


def refuse_unless_an_area(district: District, area: Area) -> None:
    """Raises `Refused` for an area that is no place here, or so small that it is a home."""
    municipality = Municipality.objects.filter(pk=area.municipality, district=district).first()
    if municipality is None:
        raise Refused.because(
            _("It is not said in which municipality of the district the area lies."), _("Choose from the list.")
        )
    if area.shape == MUNICIPALITY:
        return
    found = drawn(district, municipality, OUTLINE, area.geometry)
    if area.homes is not None:
        refuse_one_home(area.homes, found.size)
    elif (found.size or 0) < least().square_metres:
        what = Said(
            _("“{name}” is {size} m², less than {least} m²: so small an area can be one home, and a home is a person."),
            {"name": area.name, "size": round(found.size or 0), "least": least().square_metres},
        )
        raise Refused.because(what, _("Take in more around it."))


def refuse_unless_a_ring(ring: int | None, areas: list[Area]) -> None:
    """Raises `Refused` for a ring that cannot be: too wide, or around a whole municipality."""
    if ring is None:
        return
    if not 1 <= ring <= _LARGEST_RING:
        what = Said(_("The ring is not between 1 and {most} metres wide."), {"most": _LARGEST_RING})
        raise Refused.because(what, _("Correct it, or leave it empty."))
    if any(one.shape == MUNICIPALITY for one in areas):
        raise Refused.because(
            _("A whole municipality has no ring of neighbours that can be told apart."), _("Leave the ring empty.")
        )
