"""Reads official boundary files (GeoJSON, GeoPackage) in any CRS into shapes in the wanted one."""

from __future__ import annotations

from pathlib import Path

import duckdb
import duckdb_extension_spatial
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError
from shapely.geometry.base import BaseGeometry

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _


def read_boundary_file(path: Path, code_property: str, crs: str) -> dict[int, BaseGeometry]:
    """Shapes by municipality code, in metres of `crs`. Parts of one municipality are put together.

    Raises `Refused` naming the file, and the feature when one is at fault.
    """
    if not path.is_file():
        raise Refused.because(_("There is no such file."), _("Check the name."), file=path.name)
    db = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
    db.execute(f"LOAD '{_spatial()}'")
    try:
        stated = db.execute("SELECT layers[1].geometry_fields[1].crs FROM ST_Read_Meta(?)", [str(path)]).fetchone()
        names = [name for (name, *_rest) in db.execute("DESCRIBE SELECT * FROM ST_Read(?)", [str(path)]).fetchall()]
        _has(code_property, names, path)
        rows = db.execute(
            f'SELECT "{code_property}"::VARCHAR, ST_AsWKB(ST_Transform(geom, ?, ?, always_xy := true)) FROM ST_Read(?)',
            [_crs_of(stated[0] if stated else None, path), crs, str(path)],
        ).fetchall()
    except duckdb.Error as error:
        what = Said(_("The file cannot be read as boundaries: {error}"), {"error": str(error).splitlines()[0]})
        raise Refused.because(what, _("Give a GeoJSON or GeoPackage file with one layer."), file=path.name) from error
    return _together(rows, path)


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


def _together(rows: list[tuple[str, bytes]], path: Path) -> dict[int, BaseGeometry]:
    parts: dict[int, list[BaseGeometry]] = {}
    for number, (code, wkb) in enumerate(rows, start=1):
        if not str(code).isdigit():
            what = Said(_("Feature {number} has “{code}” for a municipality code."), {"number": number, "code": code})
            raise Refused.because(what, _("Name the right property with --code."), file=path.name)
        shape = shapely.make_valid(shapely.from_wkb(bytes(wkb)))
        if shape.is_empty or shape.area == 0:
            what = Said(_("Feature {number} (code {code}) has no area."), {"number": number, "code": code})
            raise Refused.because(what, _("Give polygons, not lines or points."), file=path.name)
        parts.setdefault(int(code), []).append(shape)
    return {code: shapely.unary_union(shapes) for code, shapes in parts.items()}


def _spatial() -> Path:
    return (
        Path(duckdb_extension_spatial.__file__).parent
        / "extensions"
        / f"v{duckdb.__version__}"
        / "spatial.duckdb_extension"
    )
