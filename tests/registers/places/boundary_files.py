"""Boundary files as an agency would deliver them, written by the same library that others write them with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb

from samvirke.registers.places.spatial import load_spatial

UTM, WGS84 = "EPSG:25832", "EPSG:4326"


def square(west: float, south: float, side: float = 0.1) -> dict[str, Any]:
    """A square as GeoJSON has it."""
    east, north = west + side, south + side
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def geojson(path: Path, *features: tuple[Any, dict[str, Any] | None], crs: str = "", name: str = "kode") -> Path:
    """Write features of a code and a geometry; `crs` as older GeoJSON states it."""
    rows = [{"type": "Feature", "properties": {name: code}, "geometry": shape} for code, shape in features]
    stated = {"crs": {"type": "name", "properties": {"name": crs}}} if crs else {}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": rows, **stated}), encoding="utf-8")
    return path


def geopackage(path: Path, code: str, corners: tuple[float, float, float, float], crs: str = "") -> Path:
    """Write one box as a GeoPackage; without `crs` it states none."""
    db = duckdb.connect()
    load_spatial(db)
    stated = f", SRS '{crs}'" if crs else ""
    box = "ST_MakeEnvelope({}, {}, {}, {})".format(*corners)
    db.execute(f"COPY (SELECT '{code}' AS kode, {box} AS geom) TO '{path}' (FORMAT gdal, DRIVER 'GPKG'{stated})")
    return path
