"""Official boundaries are read from GeoJSON and GeoPackage in any coordinate system, or refused by name."""

from __future__ import annotations

import pytest
from pyproj import Transformer
from tests.registers.places.boundary_files import UTM, WGS84, geojson, geopackage, square

from samvirke.foundation.fault import Refused
from samvirke.registers.places.boundary_file import read_boundary_file

RANDERS = (560_000.0, 6_250_000.0, 570_000.0, 6_260_000.0)


def refused(path, code="kode", crs=UTM):
    with pytest.raises(Refused) as error:
        read_boundary_file(path, code, crs)
    (fault,) = error.value.faults
    assert fault.remedy.text()
    assert fault.file in (path.name, "")
    return fault.what.text()


def test_a_geopackage_in_the_districts_own_system_is_read_as_it_stands(tmp_path):
    (shape,) = read_boundary_file(geopackage(tmp_path / "b.gpkg", "0730", RANDERS, UTM), "kode", UTM).values()
    assert shape.bounds == pytest.approx(RANDERS, abs=0.01)


def test_a_zero_before_the_code_and_a_number_for_it_are_the_same_municipality(tmp_path):
    found = read_boundary_file(
        geojson(tmp_path / "b.json", ("0730", square(10, 56)), (730, square(10.3, 56))), "kode", UTM
    )
    assert set(found) == {730}
    assert found[730].geom_type == "MultiPolygon"


def test_degrees_become_metres(tmp_path):
    (shape,) = read_boundary_file(geojson(tmp_path / "b.json", (730, square(10, 56))), "kode", UTM).values()
    x, y = Transformer.from_crs(WGS84, UTM, always_xy=True).transform(10.05, 56.05)
    assert (shape.centroid.x, shape.centroid.y) == pytest.approx((x, y), abs=50)


@pytest.mark.parametrize("stated", ["EPSG:25833", "EPSG:3857", "EPSG:4326"])
def test_another_system_gives_the_same_place(tmp_path, stated):
    corners = Transformer.from_crs(UTM, stated, always_xy=True).transform_bounds(*RANDERS)
    (shape,) = read_boundary_file(geopackage(tmp_path / "b.gpkg", "730", corners, stated), "kode", UTM).values()
    assert shape.bounds == pytest.approx(RANDERS, abs=1_000)
    assert shape.area == pytest.approx(1e8, rel=0.2)  # the box around a turned box is larger


def test_a_geojson_may_state_another_system(tmp_path):
    path = geojson(tmp_path / "b.json", (730, square(560_000, 6_250_000, 10_000)), crs="urn:ogc:def:crs:EPSG::25832")
    (shape,) = read_boundary_file(path, "kode", UTM).values()
    assert shape.bounds == pytest.approx(RANDERS, abs=0.01)


def test_bornholm_lies_within_the_use_of_the_countrys_system(tmp_path):
    assert set(read_boundary_file(geojson(tmp_path / "b.json", (400, square(15, 55.1))), "kode", UTM)) == {400}


def test_a_line_that_crosses_itself_is_made_whole(tmp_path):
    bow = {"type": "Polygon", "coordinates": [[[10, 56], [10.2, 56.2], [10.2, 56], [10, 56.2], [10, 56]]]}
    (shape,) = read_boundary_file(geojson(tmp_path / "b.json", (730, bow)), "kode", UTM).values()
    assert shape.is_valid


@pytest.mark.parametrize(
    ("feature", "says"),
    [
        (("Randers", square(10, 56)), "Feature 1 has “Randers” for a municipality code."),
        ((None, square(10, 56)), "Feature 1 has “None” for a municipality code."),
        (("²", square(10, 56)), "Feature 1 has “²” for a municipality code."),
        ((730, None), "Feature 1 (code 730) has no area."),
        ((730, {"type": "LineString", "coordinates": [[10, 56], [11, 57]]}), "Feature 1 (code 730) has no area."),
        ((730, {"type": "Polygon", "coordinates": []}), "Feature 1 (code 730) has no area."),
        ((730, square(56, 10)), "Feature 1 (code 730) lies outside the area in which EPSG:25832 is used."),
        (
            (730, square(560_000, 6_250_000, 10)),
            "Feature 1 (code 730) lies outside the area in which EPSG:25832 is used.",
        ),
    ],
    ids="a name, no code, a power, no shape, a line, an empty shape, swapped, metres for degrees".split(", "),
)
def test_a_feature_at_fault_is_named(tmp_path, feature, says):
    assert refused(geojson(tmp_path / "b.json", feature)) == says


def test_a_geopackage_that_states_no_system_is_refused_and_not_guessed(tmp_path):
    assert "lies outside the area" in refused(geopackage(tmp_path / "b.gpkg", "730", RANDERS))


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"type": "FeatureColl', b"kode,x\n730,2\n", b"SQLite format 3\0" + bytes(99)]
)
@pytest.mark.parametrize("ending", ["json", "gpkg"])
def test_what_is_no_boundary_file_is_refused(tmp_path, content, ending):
    path = tmp_path / f"b.{ending}"
    path.write_bytes(content)
    assert "cannot be read as boundaries" in refused(path)


def test_a_property_that_is_not_there_is_told_those_that_are(tmp_path):
    path = geojson(tmp_path / "b.json", (730, square(10, 56)), name="kommunekode")
    assert refused(path) == "No property is called “kode”; there are: OGC_FID, kommunekode, geom."


@pytest.mark.parametrize(("crs", "says"), [("EPSG:0", "no coordinate system"), (WGS84, "does not measure in metres")])
def test_a_system_to_bring_them_into_that_cannot_be_is_refused(tmp_path, crs, says):
    assert says in refused(geojson(tmp_path / "b.json", (730, square(10, 56))), crs=crs)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path):
    assert [refused(tmp_path / "gone.json"), refused(tmp_path)] == ["There is no such file."] * 2
