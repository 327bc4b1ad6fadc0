"""What counts are divided by: the newest number up to a year, for the district only when every municipality has one."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.registers.places.commands.put_denominators import put_denominators
from samvirke.registers.places.models import Denominator
from samvirke.registers.places.queries.denominators import Divided, divisors
from samvirke.trust.access.actor import system

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fjord")]

OPERATOR = system("operator")
FJORDBY, SKOVBY, WHOLE = 998, 999, 0


def put(values, year=2024, kind="inhabitants", source="a table", **more):
    put_denominators(OPERATOR, kind=kind, year=year, values=values, source=source, **more)


def asked(year=2024, kind="inhabitants"):
    return {code: (one.value, one.year) for code, one in divisors("fjordkredsen", kind, year).items()}


def test_the_operator_puts_them_with_one_line_of_the_trail(person):
    with one_line("places.put-denominators") as lines:
        put({FJORDBY: 40_000, SKOVBY: 10_000})
    assert lines[0].facts == {"kind": "inhabitants", "year": 2024, "municipalities": 2}
    somebody = person("analyst", "fjordby-kommune")
    with refusal("places.put-denominators"):
        put_denominators(somebody, kind="inhabitants", year=2023, values={FJORDBY: 1}, source="mine")
    assert not Denominator.objects.filter(source="mine").exists()


def test_the_whole_district_is_the_sum_of_its_municipalities():
    put({FJORDBY: 40_000, SKOVBY: 10_000})
    assert asked() == {FJORDBY: (40_000, 2024), SKOVBY: (10_000, 2024), WHOLE: (50_000, 2024)}


def test_without_a_number_for_each_municipality_there_is_none_for_the_district():
    assert asked() == {}
    put({FJORDBY: 40_000})
    assert asked() == {FJORDBY: (40_000, 2024)}


def test_a_year_uses_the_newest_numbers_up_to_it():
    put({FJORDBY: 39_000, SKOVBY: 9_000}, year=2022)
    put({FJORDBY: 41_000, SKOVBY: 11_000}, year=2025)
    assert asked(2024)[WHOLE] == (48_000, 2022)
    assert asked(2025)[WHOLE] == (52_000, 2025)
    assert asked(2021) == {}


def test_a_district_of_numbers_from_different_years_says_the_oldest_and_every_source():
    put({SKOVBY: 10_000}, year=2024, source="the table of 2024")
    put({FJORDBY: 39_000}, year=2022, source="the table of 2022", invented=True)
    for year in (2024, 2030):
        whole = divisors("fjordkredsen", "inhabitants", year)[WHOLE]
        assert (whole.value, whole.year, whole.invented) == (49_000, 2022, True)
        assert set(whole.source.split("; ")) == {"the table of 2024", "the table of 2022"}


def test_inhabitants_are_no_dwellings():
    put({FJORDBY: 40_000, SKOVBY: 10_000})
    put({FJORDBY: 18_000}, kind="dwellings")
    assert asked(kind="dwellings") == {FJORDBY: (18_000, 2024)}


def test_a_corrected_number_replaces_the_old_one():
    put({FJORDBY: 4_000}, source="a slip")
    put({FJORDBY: 40_000}, source="the list")
    assert divisors("fjordkredsen", "inhabitants", 2024) == {FJORDBY: Divided(40_000, 2024, "the list", False)}


@pytest.mark.parametrize(
    ("values", "more"),
    [({FJORDBY: 0}, {}), ({FJORDBY: 1}, {"kind": "cars"}), ({FJORDBY: 1}, {"source": ""})],
    ids=["nothing", "another kind", "no source"],
)
def test_the_database_refuses_what_nothing_can_be_divided_by(values, more):
    with pytest.raises(IntegrityError), transaction.atomic():
        put(values, **more)
    assert not Denominator.objects.filter(municipality_id=FJORDBY).exists()
