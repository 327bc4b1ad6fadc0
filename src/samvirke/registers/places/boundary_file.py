"""Reads official boundary files (GeoJSON, GeoPackage) in any CRS into shapes in the wanted one."""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import shapely
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError
from shapely.geometry.base import BaseGeometry

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.places.spatial import load_spatial

# Degrees: a country may use its system beyond the zone it was drawn for; Denmark does, EPSG:25832 as far as Bornholm.
_BEYOND = 4


def read_boundary_file(path: Path, code_property: str, crs: str) -> dict[int, BaseGeometry]:
    """Shapes by municipality code, in metres of `crs`. Parts of one municipality are put together.

    Raises `Refused` naming the file, and the feature when one is at fault.
    """
    if not path.is_file():
        raise Refused.because(_("There is no such file."), _("Check the name."), file=path.name)
    inside = _where_it_is_used(crs)
    db = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
    load_spatial(db)
    try:
        # In this order: DuckDB 1.x dies when it is asked for the facts of a file that it cannot open.
        names = [name for (name, *_rest) in db.execute("DESCRIBE SELECT * FROM ST_Read(?)", [str(path)]).fetchall()]
        _has(code_property, names, path)
        stated = db.execute("SELECT layers[1].geometry_fields[1].crs FROM ST_Read_Meta(?)", [str(path)]).fetchone()
        rows = db.execute(
            f'SELECT "{code_property}"::VARCHAR, ST_AsWKB(ST_Transform(geom, ?, ?, always_xy := true)) FROM ST_Read(?)',
            [_crs_of(stated[0] if stated else None, path), crs, str(path)],
        ).fetchall()
    except duckdb.Error as error:
        what = Said(_("The file cannot be read as boundaries: {error}"), {"error": str(error).splitlines()[0]})
        raise Refused.because(what, _("Give a GeoJSON or GeoPackage file with one layer."), file=path.name) from error
    return _together(rows, path, crs, inside)


def _has(code_property: str, names: list[str], path: Path) -> None:
    if code_property not in names:
        what = Said(
            _("No property is called “{name}”; there are: {names}."), {"name": code_property, "names": ", ".join(names)}
        )
        raise Refused.because(what, _("Name the one with the municipality code: --code NAME."), file=path.name)


def _crs_of(stated: dict[str, object] | None, path: Path) -> str:
    """What the file says of itself; GeoJSON without a word is WGS84 (RFC 7946)."""
    if not stated or not stated.get("auth_code"):
        return "EPSG:4326"
    name = f"{stated['auth_name']}:{stated['auth_code']}"
    try:
        return CRS.from_user_input(name).to_string()
    except CRSError as error:
        what = Said(_("Its coordinate system {name} is not known."), {"name": name})
        raise Refused.because(what, _("Export it in a known one, such as EPSG:25832."), file=path.name) from error


def _where_it_is_used(crs: str) -> BaseGeometry:
    """The box, in metres, that shapes in a projected CRS can lie in."""
    try:
        known = CRS.from_user_input(crs)
    except CRSError as error:
        what = Said(_("There is no coordinate system {name}."), {"name": crs})
        raise Refused.because(what, _("Name the district's own, such as EPSG:25832.")) from error
    area = known.area_of_use
    if not known.is_projected or area is None:
        what = Said(_("The coordinate system {name} does not measure in metres."), {"name": crs})
        raise Refused.because(what, _("Name the district's own, such as EPSG:25832."))
    to_metres = Transformer.from_crs("EPSG:4326", known, always_xy=True)
    wide = (area.west - _BEYOND, max(area.south, -90), area.east + _BEYOND, min(area.north, 90))
    return shapely.box(*to_metres.transform_bounds(*wide, densify_pts=21))


def _together(
    rows: list[tuple[str, bytes | None]], path: Path, crs: str, inside: BaseGeometry
) -> dict[int, BaseGeometry]:
    parts: dict[int, list[BaseGeometry]] = {}
    for number, (code, wkb) in enumerate(rows, start=1):
        if not str(code).isdecimal():
            what = Said(_("Feature {number} has “{code}” for a municipality code."), {"number": number, "code": code})
            raise Refused.because(what, _("Name the right property with --code."), file=path.name)
        parts.setdefault(int(code), []).append(_shape(wkb, {"number": number, "code": code, "crs": crs}, path, inside))
    return {code: shapely.unary_union(shapes) for code, shapes in parts.items()}


def _shape(wkb: bytes | None, which: dict[str, object], path: Path, inside: BaseGeometry) -> BaseGeometry:
    raw = shapely.from_wkb(bytes(wkb)) if wkb else shapely.Polygon()
    coordinates = shapely.get_coordinates(raw)
    if not (np.isfinite(coordinates).all() and shapely.contains_xy(inside, coordinates).all()):
        what = Said(_("Feature {number} (code {code}) lies outside the area in which {crs} is used."), which)
        remedy = _("Let the file state its coordinate system; GeoJSON that states none has longitude before latitude.")
        raise Refused.because(what, remedy, file=path.name)
    shape = shapely.make_valid(raw)
    if shape.is_empty or shape.area == 0:
        what = Said(_("Feature {number} (code {code}) has no area."), which)
        raise Refused.because(what, _("Give polygons, not lines or points."), file=path.name)
    return shape
