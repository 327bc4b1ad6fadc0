"""A table of what counts are divided by comes in whole, or is refused line by line with nothing changed."""

from __future__ import annotations

import pytest

from samvirke.foundation.fault import Refused
from samvirke.handovers.load_denominators import load_denominators
from samvirke.registers.places.models import Denominator
from samvirke.registers.places.queries.denominators import divisors
from samvirke.trust.access.actor import system

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]

GOOD = "code,value\n998,40000\n999,10000\n"


def load(tmp_path, content, kind="inhabitants"):
    path = tmp_path / "numbers.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_denominators(system("operator"), path, kind=kind, year=2024, source="The list")


@pytest.mark.parametrize(
    "content", [GOOD, "\ufeff" + GOOD, GOOD.replace("\n", "\r\n"), GOOD.replace("998,", " 0998, ")]
)
def test_a_table_comes_in_also_from_a_spreadsheet_and_twice_is_once(tmp_path, content):
    assert load(tmp_path, content) == load(tmp_path, content) == 2
    assert divisors("fjordkredsen", "inhabitants", 2024)[0].value == 50_000
    assert Denominator.objects.filter(source="The list").count() == 2


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("", 1, "The header is not “code,value”."),
        ("kode,antal\n998,1\n", 1, "The header is not “code,value”."),
        ("code;value\n998;1\n", 1, "The header is not “code,value”."),
        ("code,value\n", None, "There is no row under the header."),
        ("code,value\n998,40.000\n", 2, "The row is not a code and a number."),
        ("code,value\n998\n", 2, "The row is not a code and a number."),
        ("code,value\n\n998,1\n", 2, "The row is not a code and a number."),
        ("code,value\n998,-4\n", 2, "The row is not a code and a number."),
        ("code,value\n998,²\n", 2, "The row is not a code and a number."),
        ("code,value\n998,99999999999\n", 2, "The row is not a code and a number."),
        ("code,value\n998,1\n1,5\n", 3, "No loaded municipality has the code 1."),
        ("code,value\n998,0\n", 2, "The number is 0."),
        ("code,value\n998,1\n998,2\n", 3, "The code 998 stands twice."),
        (b"code,value\n998,\xe6\n", None, "The file is not UTF-8."),
        ("code,value\n998,1" + "0" * 200_000 + "\n", None, "The file cannot be read as CSV"),
    ],
)
def test_a_table_at_fault_is_refused_by_its_line_and_changes_nothing(tmp_path, content, line, says):
    load(tmp_path, "code,value\n998,7\n")
    with pytest.raises(Refused) as refused:
        load(tmp_path, content)
    (fault,) = refused.value.faults
    assert (fault.file, fault.line) == ("numbers.csv", line)
    assert fault.what.text().startswith(says)
    assert fault.remedy.text()
    assert list(Denominator.objects.filter(source="The list").values_list("municipality_id", "value")) == [(998, 7)]


def test_every_line_at_fault_is_told_at_once(tmp_path):
    with pytest.raises(Refused) as refused:
        load(tmp_path, "code,value\n1,1\n998,x\n999,0\n")
    assert [fault.line for fault in refused.value.faults] == [2, 3, 4]


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Refused, match=r"gone\.csv"):
        load_denominators(system("operator"), tmp_path / "gone.csv", kind="inhabitants", year=2024, source="x")
