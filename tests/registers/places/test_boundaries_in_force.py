"""Boundaries come in versions: the newest official one that has begun is in force, the schematic one until then."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
import shapely
from tests.trail import one_line, refusal

from samvirke.foundation.clock import standing_on
from samvirke.registers.places.commands.put_boundaries import put_boundaries
from samvirke.registers.places.models import Boundary, BoundaryVersion
from samvirke.registers.places.queries.boundaries import boundaries
from samvirke.registers.places.queries.near_cells import OFFICIAL_TOLERANCE, SCHEMATIC_TOLERANCE, near_cells
from samvirke.trust.access.actor import system

pytestmark = pytest.mark.django_db

OPERATOR, CRS = system("operator"), "EPSG:25832"
FJORDBY, SKOVBY = 998, 999
NEW_YEAR = date(2024, 1, 1)


def box(west, south, side=3_000):
    return shapely.box(west, south, west + side, south + side)


def put(source, since=NEW_YEAR, *, schematic=False, crs=CRS, **sides):
    shapes = {FJORDBY: box(560_300, 6_250_300, sides.get("fjordby", 3_000)), SKOVBY: box(570_500, 6_250_500)}
    given = {code: shapes[code] for code in sides.get("codes", shapes)}
    return put_boundaries(OPERATOR, shapes=given, crs=crs, source=source, valid_from=since, schematic=schematic)


def in_force(crs=CRS):
    found = boundaries([FJORDBY, SKOVBY], crs)
    return found and found.source


def test_the_operator_puts_them_and_nobody_else(fjord, person):
    with one_line("places.put-boundaries") as lines:
        version = put("official")
    assert lines[0].things == [f"places.boundaryversion:{version.pk}"]
    assert lines[0].facts == {"municipalities": 2, "schematic": False}
    somebody = person("secretary", "fjordby-kommune")
    with refusal("places.put-boundaries"):
        put_boundaries(
            somebody, shapes={FJORDBY: box(0, 0)}, crs=CRS, source="mine",
            valid_from=NEW_YEAR, schematic=False,
        )  # fmt: skip
    assert BoundaryVersion.objects.filter(source="mine").count() == 0


def test_without_any_there_are_none(fjord):
    assert in_force() is None
    assert near_cells(fjord) == {}


def test_an_official_delivery_comes_before_the_schematic_one_however_new_that_is():
    put("schematic", date(2024, 6, 1), schematic=True)
    assert in_force() == "schematic"
    put("official", date(2010, 1, 1), fjordby=3_100)
    assert in_force() == "official"


def test_a_delivery_is_in_force_from_its_first_day_and_the_older_one_until_then():
    put("old")
    put("new", date(2024, 8, 20), fjordby=3_100)
    with standing_on(date(2024, 8, 19)):
        assert in_force() == "old"
    with standing_on(date(2024, 8, 20)):
        assert in_force() == "new"
    assert BoundaryVersion.objects.filter(source="old").exists()


def test_the_same_delivery_twice_is_one_version_and_from_another_day_another():
    assert put("official") == put("official again")
    assert put("official", date(2025, 1, 1)) != put("official")
    mine = BoundaryVersion.objects.filter(source__startswith="official")
    assert (mine.count(), Boundary.objects.filter(version__in=mine).count()) == (2, 4)


def test_a_delivery_that_lacks_a_municipality_leaves_the_whole_one_in_force():
    put("whole")
    put("part", date(2024, 6, 1), codes=[FJORDBY])
    assert in_force() == "whole"
    assert boundaries([FJORDBY], CRS).source == "part"


def test_shapes_in_another_system_are_not_mistaken_for_these():
    put("in Sweden's", crs="EPSG:3006")
    assert in_force() is None
    assert in_force("EPSG:3006") == "in Sweden's"


def test_shapes_come_back_as_they_were_put():
    put("official")
    found = boundaries([FJORDBY, SKOVBY], CRS)
    assert found.shapes[SKOVBY].equals(box(570_500, 6_250_500))
    assert (found.schematic, found.crs) == (False, CRS)


@pytest.mark.parametrize(("schematic", "tolerance"), [(True, SCHEMATIC_TOLERANCE), (False, OFFICIAL_TOLERANCE)])
def test_near_cells_are_the_square_kilometres_within_reach(fjord, schematic, tolerance):
    put("some", schematic=schematic)
    cells = near_cells(fjord)
    found = set(zip(*(cells[name].tolist() for name in ("cell_x", "cell_y", "cell_code")), strict=True))
    assert len(found) == len(cells["cell_x"])
    shapes = boundaries([FJORDBY, SKOVBY], CRS).shapes
    wide = {code: shape.buffer(tolerance) for code, shape in shapes.items()}
    naive = {
        (x, y, code)
        for code, shape in wide.items()
        for x in range(550, 585)
        for y in range(6_240, 6_265)
        if shape.intersects(shapely.box(x * 1_000, y * 1_000, x * 1_000 + 1_000, y * 1_000 + 1_000))
    }
    assert found == naive
    assert {np.dtype(cells[name].dtype) for name in cells} == {np.dtype(np.int32)}
