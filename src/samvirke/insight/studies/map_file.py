"""Writes where an answer is as a file for maps: GeoJSON, GeoPackage or GeoParquet, in a named coordinate system."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from samvirke.analysis.kit import CIRCLES, POINTS, SQUARES, Shapes
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.places.spatial import load_spatial

# A circle is drawn with so many corners a quarter.
_CORNERS = 16
_GEOMETRY = {
    SQUARES: "ST_MakeEnvelope(x, y, x + size, y + size)",
    CIRCLES: f"ST_Buffer(ST_Point(x, y), size, {_CORNERS})",
    POINTS: "ST_Point(x, y)",
}
MEDIA_TYPES = {
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "parquet": "application/vnd.apache.parquet",
}


def refuse_ending(path: Path) -> str:
    """The kind of file that a name asks for; raises `Refused` for one that nobody writes."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in MEDIA_TYPES:
        what = Said(_("“{ending}” is no kind of file for maps."), {"ending": path.suffix})
        raise Refused.because(what, _("Let the name end in .geojson, .gpkg or .parquet."), file=str(path))
    return ending


def refuse_unnamed(crs: str) -> None:
    """Raise `Refused` for coordinates in a system that has no code."""
    if not crs.upper().startswith("EPSG:"):
        what = _("A file for maps has to say in which coordinate system it is, and none is known.")
        raise Refused.because(what, _("Name it, for example --crs EPSG:25832."), key="--crs")


def write_map_file(path: Path, shapes: Shapes, crs: str) -> None:
    """Write the shapes; beside its place first, and moved there when it is whole.

    GeoJSON is in longitude and latitude as RFC 7946 demands; the others keep metres and name their system.
    Raises `Refused` when the ending is none of the three, or the system has no code.
    """
    ending = refuse_ending(path)
    refuse_unnamed(crs)
    half = path.with_name(f".{path.name}.part.{ending}")
    try:
        with duckdb.connect(config={"autoinstall_known_extensions": False}) as db:
            load_spatial(db)
            _fill(db, shapes)
            db.execute(_copy(ending, shapes.kind, crs, half))
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def stored_shapes(shapes: Shapes | None, most: int) -> dict[str, Any] | None:
    """Shapes as plain data, or nothing when there are none or more than `most`."""
    if shapes is None or len(shapes.x) > most:
        return None
    columns = {name: [_plain(one) for one in values] for name, values in shapes.values.items()}
    return {"kind": shapes.kind, "x": list(shapes.x), "y": list(shapes.y), "size": list(shapes.size), "values": columns}


def shapes_of(stored: Mapping[str, Any]) -> Shapes:
    """Shapes again from plain data."""
    return Shapes(stored["kind"], stored["x"], stored["y"], stored["size"], stored["values"])


def _fill(db: duckdb.DuckDBPyConnection, shapes: Shapes) -> None:
    columns: dict[str, Sequence[Any]] = {"x": shapes.x, "y": shapes.y, "size": shapes.size}
    named = {f"v{at}": [_plain(one) for one in values] for at, values in enumerate(shapes.values.values())}
    listed = ", ".join([*(f"unnest(${name}) AS {name}" for name in columns | named)])
    db.execute(f"CREATE TABLE given AS SELECT {listed}", {**{n: list(v) for n, v in columns.items()}, **named})
    for at, name in enumerate(shapes.values):
        db.execute(f'ALTER TABLE given RENAME COLUMN v{at} TO "{name.replace(chr(34), "")}"')


def _copy(ending: str, kind: str, crs: str, path: Path) -> str:
    place, target = _GEOMETRY[kind], str(path).replace("'", "''")
    kept = "* EXCLUDE (x, y, size)"
    if ending == "geojson":
        turned = f"ST_Transform({place}, '{crs}', 'OGC:CRS84')"
        return f"COPY (SELECT {kept}, {turned} AS geom FROM given) TO '{target}' (FORMAT gdal, DRIVER 'GeoJSON')"
    if ending == "gpkg":
        return (
            f"COPY (SELECT {kept}, {place} AS geom FROM given) TO '{target}' (FORMAT gdal, DRIVER 'GPKG', SRS '{crs}')"
        )
    return f"COPY (SELECT {kept}, {place}::GEOMETRY('{crs}') AS geometry FROM given) TO '{target}' (FORMAT parquet)"


def _plain(value: Any) -> Any:
    """A number that is none is nothing; lists become text, which every map program reads."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple | dict) else value
