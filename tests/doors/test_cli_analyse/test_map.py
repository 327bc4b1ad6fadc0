"""`samvirke analyse … --map FILE` writes where the answer is, or says before the work why it cannot."""

from __future__ import annotations

import json


def test_a_surface_is_written_for_maps(asked, town, tmp_path):
    found = asked("kde", town, "--crs", "EPSG:25832", "--map", tmp_path / "dense.geojson")
    features = json.loads((tmp_path / "dense.geojson").read_text(encoding="utf-8"))["features"]
    assert 0 < len(features) < found["result"]["shape"][0] * found["result"]["shape"][1]
    assert max(each["properties"]["per_km2"] for each in features) == found["result"]["max"] * 1e6


def test_what_cannot_be_written_is_said_before_the_work(refused, town, tmp_path):
    assert ".gpkg" in refused("kde", town, "--crs", "EPSG:25832", "--map", tmp_path / "dense.shp")
    assert "--crs EPSG:25832" in refused("kde", town, "--map", tmp_path / "dense.gpkg")
    assert "folder that exists" in refused("kde", town, "--map", tmp_path / "nowhere" / "dense.gpkg")
    assert list(tmp_path.glob("dense*")) == []


def test_an_answer_without_a_place_offers_no_map(refused):
    assert "--map" in refused("change", "--before", "3", "--after", "4", "--map", "a.gpkg")
