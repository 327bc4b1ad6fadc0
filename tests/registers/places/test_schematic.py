"""The schematic map has every municipality of the country about where it lies, and only coloured maps rest on it."""

from __future__ import annotations

import pytest
import shapely
from pyproj import Transformer

from samvirke.registers.places.nation import NATIONAL_CRS, municipality_names, nation
from samvirke.registers.places.schematic import build, built_shapes, drawn_shapes

SQUARE_KM_OF_DENMARK = 42_900
# Longitude and latitude of towns well inside Randers, Aarhus, Copenhagen and Bornholm.
TOWNS = {730: (10.039, 56.462), 751: (10.204, 56.153), 101: (12.550, 55.695), 400: (14.920, 55.070)}


def test_the_country_has_twelve_districts_and_98_municipalities_each_in_one():
    codes = [code for district in nation().values() for code in district.municipalities]
    assert (len(nation()), len(codes), len(set(codes))) == (12, 98, 98)
    assert municipality_names()[730] == "Randers"
    assert 730 in nation()["oestjylland"].municipalities


def test_every_municipality_is_drawn_and_none_besides():
    assert set(built_shapes()) == set(municipality_names())


def test_the_shapes_are_whole_and_cover_the_country_but_for_the_gaps_that_the_drawing_leaves_between_them():
    shapes = built_shapes()
    assert all(shape.is_valid and shape.area > 0 for shape in shapes.values())
    land = sum(shape.area for shape in shapes.values()) / 1e6
    assert 0.8 * SQUARE_KM_OF_DENMARK < land < SQUARE_KM_OF_DENMARK


def test_municipalities_lie_beside_each_other_and_hardly_over():
    shapes = built_shapes()
    together = shapely.unary_union(list(shapes.values())).area
    assert sum(shape.area for shape in shapes.values()) == pytest.approx(together, rel=0.01)
    assert shapes[730].distance(shapes[710]) < 2_000


@pytest.mark.parametrize("code", TOWNS)
def test_a_town_lies_in_its_own_municipality(code):
    place = shapely.Point(Transformer.from_crs("EPSG:4326", NATIONAL_CRS, always_xy=True).transform(*TOWNS[code]))
    assert [other for other, shape in built_shapes().items() if shape.contains(place)] == [code]


def test_a_drawing_of_lines_and_curves_becomes_a_shape_on_the_ground():
    (shape,) = drawn_shapes(
        '{code:"730",d:"M100 100l10 0c0 0 0 5 0 10L100 110z"},{code:"001",d:"M0 0l1 0l0 1z"}'
    ).values()
    west, south, east, north = shape.bounds
    assert (east - west, north - south) == pytest.approx((284, 293), abs=3)
    assert shape.area == pytest.approx(284 * 288, rel=0.02)


def test_a_set_up_writes_what_the_program_reads(tmp_path, monkeypatch):
    drawing = tmp_path / "react-denmark-map" / "dist" / "esm" / "index.js"
    drawing.parent.mkdir(parents=True)
    drawing.write_text('code:"730",d:"M100 100l10 0l0 10z"', encoding="utf-8")
    monkeypatch.setattr("samvirke.registers.places.schematic.BUILT", tmp_path / "built" / "denmark.json")
    assert built_shapes() == {}
    assert build(tmp_path) == 1
    assert set(built_shapes()) == {730}
