"""`samvirke import boundaries` and `samvirke import denominators`: what they say when it goes well and when not."""

from __future__ import annotations

import pytest
from tests.registers.places.boundary_files import geojson, square

from samvirke.registers.places.models import BoundaryVersion
from samvirke.registers.places.queries.denominators import divisors

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]

DAY = ("--valid-from", "2024-01-01", "--title", "Invented, 2024")
YEAR = ("--kind", "inhabitants", "--year", "2024", "--title", "The list")


@pytest.fixture
def squares(tmp_path):
    return geojson(tmp_path / "squares.json", (998, square(10, 56)), (999, square(10.1, 56)))


@pytest.fixture
def numbers(tmp_path):
    path = tmp_path / "numbers.csv"
    path.write_text("code,value\n998,40000\n999,10000\n", encoding="utf-8")
    return path


def brought_in():
    return BoundaryVersion.objects.filter(source="Invented, 2024").count()


def test_boundaries_come_in(squares, command_line, in_danish):
    asked = ("import", "boundaries", squares, "--code", "kode", *DAY)
    assert command_line(*asked) == (0, "2 municipalities have these boundaries from 2024-01-01.\n", "")
    assert brought_in() == 1
    code, out, _err = in_danish(*asked)
    assert (code, "municipalities" in out, brought_in()) == (0, False, 1)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (("--code", "navn"), "No property is called “navn”; there are: OGC_FID, kode, geom."),
        (("--code", "kode", "--crs", "EPSG:0"), "There is no coordinate system EPSG:0."),
        (("--code", "kode", "--crs", "EPSG:4326"), "does not measure in metres"),
        (("--code", "kode", "--valid-from", "1 May"), "'1 May'"),
    ],
)
def test_boundaries_that_cannot_be_taken_are_told_and_nothing_is_stored(squares, command_line, changed, says):
    code, out, err = command_line("import", "boundaries", squares, *DAY, *changed)
    assert (code, out, brought_in()) == (2, "", 0)
    assert says in err


@pytest.mark.parametrize("content", ["{", "", "kode;navn"])
def test_what_is_no_boundary_file_is_told_by_its_name_in_either_language(tmp_path, command_line, in_danish, content):
    path = tmp_path / "b.json"
    path.write_text(content, encoding="utf-8")
    asked = ("import", "boundaries", path, "--code", "kode", *DAY)
    code, _out, err = command_line(*asked)
    assert code == 2
    assert err.startswith("File b.json: The file cannot be read as boundaries")
    code, _out, err = in_danish(*asked)
    assert code == 2
    assert err.startswith("Fil b.json: ")
    assert "cannot be read" not in err


def test_numbers_come_in(numbers, command_line, in_danish):
    asked = ("import", "denominators", numbers, *YEAR)
    assert command_line(*asked) == (0, "2 municipalities now have a number to divide by.\n", "")
    assert divisors("fjordkredsen", "inhabitants", 2024)[0].value == 50_000
    assert "municipalities" not in in_danish(*asked)[1]


@pytest.mark.parametrize("changed", [("--kind", "cars"), ("--year", "24"), ("--year", "next")])
def test_a_kind_or_year_that_cannot_be_is_a_wrong_request(numbers, command_line, changed):
    code, _out, err = command_line("import", "denominators", numbers, *YEAR, *changed)
    assert code == 2
    assert changed[0] in err
    assert changed[1] in err


def test_numbers_at_fault_are_told_by_line_in_either_language(numbers, command_line, in_danish):
    numbers.write_text("code,value\n998,0\n1,5\n", encoding="utf-8")
    code, _out, err = command_line("import", "denominators", numbers, *YEAR)
    assert code == 2
    first, second = err.splitlines()
    assert first.startswith("File numbers.csv, line 2, column value: The number is 0.")
    assert second.startswith("File numbers.csv, line 3, column code: No loaded municipality has the code 1.")
    told = in_danish("import", "denominators", numbers, *YEAR)[2]
    assert "Fil numbers.csv, linje 2" in told
    assert "The number" not in told
    assert divisors("fjordkredsen", "inhabitants", 2024) == {}


@pytest.mark.parametrize("verb", ["boundaries", "denominators"])
def test_a_file_that_is_not_there_is_named(verb, command_line, tmp_path):
    more = ("--code", "kode", *DAY) if verb == "boundaries" else YEAR
    code, _out, err = command_line("import", verb, tmp_path / "gone.csv", *more)
    assert code == 2
    assert "gone.csv" in err
