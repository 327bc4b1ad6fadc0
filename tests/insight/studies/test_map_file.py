"""Files for maps hold the shapes of an answer where they are, each in its format's own way."""

from __future__ import annotations

import json

import duckdb
import numpy as np
import pytest
from pyproj import Transformer

from samvirke.analysis import kde
from samvirke.analysis.kde import Parameters
from samvirke.analysis.kit import CIRCLES, POINTS, SQUARES, Shapes
from samvirke.foundation.fault import Refused
from samvirke.insight.studies.map_file import shapes_of, stored_shapes, write_map_file
from samvirke.registers.places.spatial import load_spatial

UTM = "EPSG:25832"
SQUARE = Shapes(SQUARES, [570_000.0], [6_220_000.0], [100.0], {"per_km2": [2.5]})
CIRCLE = Shapes(CIRCLES, [570_000.0], [6_220_000.0], [250.0], {"members": [["A", "B"]], "p": [float("nan")]})
POINT = Shapes(POINTS, [570_000.0, 571_000.0], [6_220_000.0] * 2, [0.0] * 2, {"name": ["Torvet", "Åen"]})


def asked(query: str) -> list[tuple]:
    with duckdb.connect() as db:
        load_spatial(db)
        return db.execute(query).fetchall()


def test_geojson_is_in_longitude_and_latitude(tmp_path):
    write_map_file(tmp_path / "a.geojson", SQUARE, UTM)
    [feature] = json.loads((tmp_path / "a.geojson").read_text(encoding="utf-8"))["features"]
    corners = [tuple(each) for each in feature["geometry"]["coordinates"][0]]
    there = Transformer.from_crs(UTM, "EPSG:4326", always_xy=True)
    expected = {there.transform(570_000 + e, 6_220_000 + n) for e in (0, 100) for n in (0, 100)}
    assert len(corners) == 5
    for corner in corners:
        assert min(np.hypot(corner[0] - e, corner[1] - n) for e, n in expected) < 1e-9
    assert feature["properties"] == {"per_km2": 2.5}


def test_a_geopackage_names_its_system_and_keeps_metres(tmp_path):
    write_map_file(tmp_path / "a.gpkg", SQUARE, UTM)
    [row] = asked(f"SELECT per_km2, ST_Area(geom), ST_XMin(geom) FROM ST_Read('{tmp_path}/a.gpkg')")
    assert row == pytest.approx((2.5, 10_000.0, 570_000.0))
    [(code,)] = asked(
        f"SELECT l.geometry_fields[1].crs.auth_code FROM (SELECT unnest(layers) AS l FROM "
        f"ST_Read_Meta('{tmp_path}/a.gpkg'))"
    )
    assert code == "25832"


def test_a_geoparquet_says_its_system_and_geometry(tmp_path):
    write_map_file(tmp_path / "a.parquet", POINT, UTM)
    [(text,)] = asked(
        f"SELECT decode(value) FROM parquet_kv_metadata('{tmp_path}/a.parquet') WHERE decode(key) = 'geo'"
    )
    column = json.loads(text)["columns"]["geometry"]
    assert column["crs"]["id"] == {"authority": "EPSG", "code": 25832}
    assert column["geometry_types"] == ["Point"]
    rows = asked(f"SELECT name, ST_X(geometry) FROM '{tmp_path}/a.parquet' ORDER BY 2")
    assert rows == [("Torvet", 570_000.0), ("Åen", 571_000.0)]


def test_circles_have_their_size_lists_become_text_and_no_number_is_nothing(tmp_path):
    write_map_file(tmp_path / "a.gpkg", CIRCLE, UTM)
    [(area, members, p)] = asked(f"SELECT ST_Area(geom), members, p FROM ST_Read('{tmp_path}/a.gpkg')")
    assert area == pytest.approx(np.pi * 250**2, rel=0.01)
    assert json.loads(members) == ["A", "B"]
    assert p is None


@pytest.mark.parametrize(("name", "crs"), [("a.shp", UTM), ("a", UTM), ("a.gpkg", ""), ("a.geojson", "local")])
def test_another_ending_or_no_system_is_refused_and_nothing_is_written(name, crs, tmp_path):
    with pytest.raises(Refused):
        write_map_file(tmp_path / name, SQUARE, crs)
    assert list(tmp_path.iterdir()) == []


def test_shapes_that_are_kept_are_the_same_shapes_and_too_many_are_not_kept():
    kept = stored_shapes(POINT, 2)
    assert shapes_of(json.loads(json.dumps(kept))) == POINT
    assert stored_shapes(POINT, 1) is None
    assert stored_shapes(None, 5) is None


def test_a_surface_is_squares_that_add_up_to_its_incidents():
    rng = np.random.default_rng(1)
    surface = kde(rng.normal(0, 500, 200), rng.normal(0, 500, 200), parameters=Parameters(50.0, 200.0))
    shapes = surface.shapes()
    assert shapes.kind == SQUARES
    assert sum(shapes.values["per_km2"]) * 50.0**2 / 1e6 == pytest.approx(surface.integral)
    assert min(shapes.x) >= surface.bounds[0]


def test_columns_of_different_length_are_no_shapes():
    with pytest.raises(ValueError, match="one value each"):
        Shapes(POINTS, [1.0], [1.0, 2.0], [0.0], {})
