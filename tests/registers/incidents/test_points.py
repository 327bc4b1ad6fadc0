"""Coordinates: other systems, commas, and points that are swapped, at sea, or beyond the district or its system."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import CRS, Transformer
from tests.registers.incidents.arrange import EAST, NORTH, row, stored, use_mapping, write_rows

from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import Source
from samvirke.registers.places.commands.put_boundaries import put_boundaries
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

Take = Callable[..., Outcome]
_DEGREES = Transformer.from_crs("EPSG:25832", "EPSG:4326", always_xy=True)


def _codes(outcome: Outcome) -> list[tuple[str, str]]:
    return [(one.code, one.column) for one in outcome.rejected[:]]


@pytest.mark.parametrize(
    ("oest", "nord", "code"),
    [
        (NORTH, EAST, "swapped"),
        (EAST, "", "half-a-point"),
        ("", NORTH, "half-a-point"),
        ("nord for byen", NORTH, "not-a-number"),
        (EAST, "nan", "not-a-number"),
        ("inf", NORTH, "not-a-number"),
        ("530000,5", NORTH, "not-a-number"),
        ("0", "0", "outside-crs"),
        ("9.5", "55.5", "outside-crs"),
        ("3242145", "264874", "outside-crs"),
        ("-530000", NORTH, "outside-crs"),
        ("530000", "6400000", "outside-district"),
        ("700000", "6150000", "outside-district"),
    ],
)
def test_a_point_that_cannot_be_is_rejected_with_its_reason(oest, nord, code, take_rows: Take, source: Source) -> None:
    outcome = take_rows([row(journal="A"), row(journal="B", oest=oest, nord=nord)])
    columns = {("not-a-number", True): "oest", ("not-a-number", False): "nord"}
    told = columns.get((code, nord == NORTH), "oest, nord")
    assert _codes(outcome) == [(code, told)]
    assert outcome.rejected[0].line == 3
    assert {oest, nord} - {""} & set(outcome.rejected[0].value.split(", "))
    assert len(stored(source)) == 1


@pytest.mark.parametrize("code", ["", "9980", "nioghalvfems", "998.5", "751", "-998", "1e400"])
def test_a_municipality_that_is_none_of_the_district_is_rejected(code, take_rows: Take) -> None:
    reason = {"": "missing", "9980": "other-district", "751": "other-district", "-998": "other-district"}
    assert _codes(take_rows([row(kommunekode=code)])) == [(reason.get(code, "not-a-code"), "kommunekode")]


def test_a_spreadsheet_may_have_written_a_code_with_a_point(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A", kommunekode="998.0"), row(journal="B", kommunekode="0999")])
    assert sorted(code for (code,) in stored(source, "municipality")) == [998, 999]


def test_coordinates_may_have_a_comma_where_the_mapping_says_so(
    take: Take, source: Source, own_home: Path, tmp_path: Path
) -> None:
    use_mapping(source, own_home, 'crs = "EPSG:25832"', 'crs = "EPSG:25832"\ndelimiter = ";"\ndecimal_comma = true')
    file = write_rows(tmp_path / "comma.csv", [row(oest="530000,25", nord="6150000,5")])
    file.write_text(file.read_text(encoding="utf-8").replace(",2024", ";2024"), encoding="utf-8")
    rows = [list(row()), list(row(oest="530000,25", nord="6150000,5").values())]
    file.write_text("".join(";".join(cells) + "\n" for cells in rows), encoding="utf-8")
    take(file)
    assert stored(source, "x, y") == [(530000.25, 6150000.5)]


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:25833", "EPSG:3857", "EPSG:23032"])
def test_points_of_another_system_are_brought_into_the_districts(
    crs: str, take_rows: Take, source: Source, own_home: Path
) -> None:
    use_mapping(source, own_home, 'crs = "EPSG:25832"', f'crs = "{crs}"')
    chance = random.Random(7)
    points = [(chance.uniform(502_000, 560_000), chance.uniform(6_100_000, 6_200_000)) for _ in range(200)]
    into = Transformer.from_crs("EPSG:25832", crs, always_xy=True)
    said = [into.transform(*point) for point in points]
    rows = [row(journal=str(n), oest=repr(x), nord=repr(y)) for n, (x, y) in enumerate(said)]
    assert take_rows(rows).accepted == 200
    found = np.array(sorted(stored(source, "x, y")))
    apart = np.abs(found - np.array(sorted(points)))
    # Datum shifts between older systems are known to some metres; the same datum to less than a centimetre.
    assert apart.max() < (0.01 if crs != "EPSG:23032" else 5)


def test_swapped_degrees_are_told_from_degrees_of_another_place(
    take_rows: Take, source: Source, own_home: Path
) -> None:
    use_mapping(source, own_home, 'crs = "EPSG:25832"', 'crs = "EPSG:4326"')
    places = [("55.5", "9.5"), ("-95.37", "29.76"), ("11.5", "55.5"), ("9.5", "55.5")]
    outcome = take_rows([row(journal=str(n), oest=x, nord=y) for n, (x, y) in enumerate(places)])
    assert [code for code, _column in _codes(outcome)] == ["swapped", "outside-crs", "outside-district"]


@pytest.fixture
def borders(fjord: District) -> dict[int, shapely.Polygon]:
    """Fjordby is a square of 20 km with a fjord in it, Skovby the square to its east."""
    fjordby = shapely.box(520_100, 6_140_200, 540_300, 6_160_400) - shapely.box(526_100, 6_146_200, 534_300, 6_160_400)
    shapes = {998: fjordby, 999: shapely.box(540_300, 6_140_200, 560_500, 6_160_400)}
    put_boundaries(
        system("operator"), shapes=shapes, crs="EPSG:25832", source="x", valid_from=date(2024, 1, 1), schematic=False
    )
    return shapes


@pytest.mark.parametrize(
    ("point", "code"),
    [
        (("522000", "6150000"), None),
        (("530000", "6155000"), "far-from-municipality"),
        (("526400", "6155000"), None),
        (("550000", "6150000"), "far-from-municipality"),
        (("530000", "6130000"), "far-from-municipality"),
    ],
)
def test_a_point_at_sea_or_in_another_municipality_is_rejected(point, code, borders, take_rows: Take) -> None:
    outcome = take_rows([row(oest=point[0], nord=point[1])])
    assert _codes(outcome) == ([(code, "oest, nord")] if code else [])


def test_a_point_is_far_when_no_land_of_its_municipality_lies_within_a_kilometre_of_its_square(
    borders, take_rows: Take
) -> None:
    chance = random.Random(3)
    points = [(chance.randrange(515_000, 559_000), chance.randrange(6_135_000, 6_165_000)) for _ in range(400)]
    rows = [
        row(journal=str(n), kommunekode=str(998 + n % 2), oest=str(x), nord=str(y)) for n, (x, y) in enumerate(points)
    ]
    far = []
    for n, (x, y) in enumerate(points):
        square = shapely.box(x // 1000 * 1000, y // 1000 * 1000, x // 1000 * 1000 + 1000, y // 1000 * 1000 + 1000)
        if not borders[998 + n % 2].buffer(1000).intersects(square):
            far.append(n + 2)
    outcome = take_rows(rows)
    assert {one.code for one in outcome.rejected[:]} == {"far-from-municipality"}
    assert [one.line for one in outcome.rejected[:]] == far
    assert 50 < len(far) < 350


def test_the_area_of_use_is_that_of_the_authority_and_of_the_district(source: Source) -> None:
    area = CRS.from_user_input("EPSG:25832").area_of_use
    assert area is not None
    assert area.west <= source.district.extent[0]
    assert _DEGREES.transform(float(EAST), float(NORTH)) == pytest.approx((9.47, 55.49), abs=0.01)
