"""Whether what was drawn is a place of the district: whole, not crossing itself, on its own side of the border."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District, Municipality
from samvirke.registers.places.queries.boundaries import boundaries
from samvirke.registers.places.queries.near_cells import SCHEMATIC_TOLERANCE
from samvirke.registers.places.shapes import LINE, MUNICIPALITY, POINT, POLYGON

WGS84 = "EPSG:4326"
_TYPES = {"Point": POINT, "LineString": LINE, "Polygon": POLYGON}
_FIGURES, _MOST_CORNERS, _MOST_LETTERS = 6, 2000, 200_000
# Official borders and what is drawn along them agree to a few metres, not to the millimetre.
_OFFICIAL_TOLERANCE = 25
_AS_MAPS = _("Write each corner on a line, latitude before longitude as maps show them, such as 56.1567, 10.2108.")


@dataclass(frozen=True)
class Drawn:
    """A place: which shape it is, its GeoJSON in WGS84, and its size in metres or square metres of the district."""

    shape: str
    geojson: str
    size: float | None


def drawn(district: District, municipality: Municipality, kind_of_shape: str, written: str) -> Drawn:
    """What somebody wrote, as corners or as GeoJSON. Raises `Refused` for anything that is no place here."""
    if kind_of_shape == MUNICIPALITY:
        return Drawn(MUNICIPALITY, "", None)
    # Rounded first: what is checked is what is stored, to a tenth of a metre.
    found = shapely.set_precision(_read(kind_of_shape, written), 10**-_FIGURES, mode="pointwise")
    _refuse_unless_simple(found)
    metric = _in_metres(district, found)
    _refuse_unless_here(district, municipality, metric)
    size = {POINT: None, LINE: metric.length, POLYGON: metric.area}[kind_of_shape]
    return Drawn(kind_of_shape, json.dumps(mapping(found), separators=(",", ":")), size)


def in_metres(district: District, geojson: str) -> BaseGeometry:
    """A stored place in the district's own coordinates, to draw it."""
    return _in_metres(district, shape(json.loads(geojson)))


def in_degrees(district: District, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points in the district's own coordinates as longitude and latitude, to a tenth of a metre."""
    turned = Transformer.from_crs(district.crs, WGS84, always_xy=True)
    return [tuple(round(value, _FIGURES) for value in turned.transform(x, y)) for x, y in points]


def corners(geojson: str) -> str:
    """A stored place as somebody would write it: a corner a line, latitude first; a polygon without its last corner.

    One with holes stays GeoJSON: its corners do not tell which ring they belong to.
    """
    stored = json.loads(geojson) if geojson else {"type": "nothing"}
    is_polygon = stored["type"] == "Polygon"
    if not geojson or (is_polygon and len(stored["coordinates"]) > 1):
        return geojson
    points = shapely.get_coordinates(shape(stored)).tolist()
    kept = points[:-1] if is_polygon else points
    return "\n".join(f"{latitude:.{_FIGURES}f}, {longitude:.{_FIGURES}f}" for longitude, latitude in kept)


def _read(kind_of_shape: str, written: str) -> BaseGeometry:
    text = written.strip()
    if not text:
        raise Refused.because(_("It is not said where the place lies."), _AS_MAPS)
    if len(text) > _MOST_LETTERS:
        raise Refused.because(_("The drawing is too large."), _("Draw it with fewer corners."))
    try:
        found = _geojson(text) if text.startswith("{") else _written(kind_of_shape, text)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, shapely.errors.ShapelyError):
        raise Refused.because(_("The drawing cannot be read."), _AS_MAPS) from None
    wanted = _TYPES.get(found.geom_type)
    if wanted != kind_of_shape or found.is_empty:
        what = Said(_("What was drawn does not have the right shape: {wanted}."), {"wanted": shape_said(kind_of_shape)})
        raise Refused.because(what, _AS_MAPS)
    points = shapely.get_coordinates(found)
    if len(points) > _MOST_CORNERS:
        raise Refused.because(_("The drawing is too large."), _("Draw it with fewer corners."))
    if not all(math.isfinite(value) for value in points.ravel()):
        raise Refused.because(_("The drawing cannot be read."), _AS_MAPS)
    return found


def shape_said(name: str) -> Said:
    """A shape in words."""
    words = {POINT: _("point"), LINE: _("line"), POLYGON: _("area"), MUNICIPALITY: _("whole municipality")}
    return Said(words[name])


def _geojson(text: str) -> BaseGeometry:
    stated: Any = json.loads(text)
    if stated.get("type") == "FeatureCollection":
        [stated] = stated["features"]
    if stated.get("type") == "Feature":
        stated = stated["geometry"]
    return shapely.force_2d(shape(stated))


def _written(kind_of_shape: str, text: str) -> BaseGeometry:
    """Corners a line: “56.1567, 10.2108”; a Danish decimal comma is read where a semicolon or a space divides."""
    points = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        parts = line.replace(";", " ").split() if ";" in line or line.count(",") > 1 else line.replace(",", " ").split()
        latitude, longitude = (float(part.rstrip(",").replace(",", ".")) for part in parts)
        points.append((longitude, latitude))
    if kind_of_shape == POINT:
        [point] = points
        return shapely.Point(point)
    return shapely.LineString(points) if kind_of_shape == LINE else shapely.Polygon(points)


def _refuse_unless_simple(found: BaseGeometry) -> None:
    if not found.is_valid or (isinstance(found, shapely.Polygon) and found.area == 0):
        where = explain_validity(found).partition("[")[2].rstrip("]").split()
        crosses = _("The outline crosses itself or encloses nothing near {latitude}, {longitude}.")
        near = Said(crosses, {"latitude": where[1], "longitude": where[0]}) if where else None
        what = near or Said(_("The outline crosses itself or encloses nothing."))
        raise Refused.because(what, _("Draw it again, corner by corner around the area."))
    if isinstance(found, shapely.LineString) and found.length == 0:
        raise Refused.because(_("The line has no length."), _AS_MAPS)


def _in_metres(district: District, found: BaseGeometry) -> BaseGeometry:
    turned = _to_metres(district.crs)
    return shapely.transform(found, lambda points: np.column_stack(turned.transform(points[:, 0], points[:, 1])))


@cache
def _to_metres(crs: str) -> Transformer:
    """Made once a system: it takes longer than a hundred places do."""
    return Transformer.from_crs(WGS84, crs, always_xy=True)


def _refuse_unless_here(district: District, municipality: Municipality, metric: BaseGeometry) -> None:
    """Schematic borders are too coarse to say on which side a street lies: they catch only what is far outside."""
    outside = Said(_("The place lies outside the district, or crosses its border."))
    if not all(math.isfinite(value) for value in shapely.get_coordinates(metric).ravel()):
        raise Refused.because(outside, _AS_MAPS)
    known = boundaries(list(district.municipalities.values_list("code", flat=True)), district.crs)
    if known is None:
        if district.extent and not _net(district).covers(metric):
            raise Refused.because(outside, _AS_MAPS)
        return
    tolerance = SCHEMATIC_TOLERANCE if known.schematic else _OFFICIAL_TOLERANCE
    if not shapely.unary_union(list(known.shapes.values())).buffer(tolerance).covers(metric):
        remedy = _("Draw the part in this district alone; the neighbouring district names its own part.")
        raise Refused.because(outside, remedy)
    if not known.shapes[municipality.pk].buffer(tolerance).intersects(metric):
        what = Said(_("The place does not lie in {municipality}."), {"municipality": municipality.name})
        raise Refused.because(what, _("Choose its municipality, or correct the drawing."))


def _net(district: District) -> BaseGeometry:
    west, south, east, north = district.extent
    return _in_metres(district, shapely.segmentize(shapely.box(west, south, east, north), 0.05))
