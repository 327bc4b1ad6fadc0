"""The invented tables of the demo hang together with its other numbers, and loading them again changes nothing."""

from __future__ import annotations

import pytest

from samvirke.desks.plan.models import Series
from samvirke.handovers.load_demo import FROZEN_ON
from samvirke.handovers.sheets_demo import load_sheets
from samvirke.registers.incidents.models import Sheet
from samvirke.registers.incidents.sheet_kinds import all_sheet_kinds
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

pytestmark = pytest.mark.django_db


def sheet(kind: str, district: str = "oestjylland") -> Sheet:
    return Sheet.objects.get(district=district, kind=kind)


def test_every_kind_of_table_is_there_and_marked_invented(demo):
    for kind in all_sheet_kinds():
        found = sheet(kind)
        assert (found.invented, found.frozen_on) == (True, FROZEN_ON)
        assert "DEMO" in found.source


def test_loading_again_changes_nothing(demo):
    before = {one.kind: (one.number, one.columns) for one in Sheet.objects.filter(district=demo)}
    load_sheets(system("operator"), District.objects.get(pk=demo))
    assert {one.kind: (one.number, one.columns) for one in Sheet.objects.filter(district=demo)} == before


@pytest.mark.parametrize(
    ("year", "place"), [("2022", None), ("2023", None), ("2023", 730), ("2023", 751), ("2022", 751)]
)
def test_the_answers_are_those_of_the_printed_series(demo, year, place):
    columns = sheet("survey-answers").columns
    rows = zip(columns["day"], columns["municipality"], columns["answer"], strict=True)
    here = [answer for day, where, answer in rows if day.startswith(year) and place in (None, where)]
    point = Series.objects.get(district=demo, slug="safety-share").points.get(period=year, municipality=place)
    assert (sum(answer <= 3 for answer in here), len(here)) == (point.value, point.n)


def test_the_two_ways_of_counting_lie_in_years_of_their_own(demo):
    columns = sheet("call-outs").columns
    years = {way: {day[:4] for day, one in zip(columns["day"], columns["counted_as"], strict=True) if one == way}
             for way in set(columns["counted_as"])}  # fmt: skip
    assert years == {"15 årsager": {"2017"}, "6 årsager": {"2022", "2023", "2024"}}


def test_the_areas_of_the_other_plan_have_answers_and_one_has_few(demo):
    areas = [one for one in sheet("survey-answers", "sydoestjylland").columns["area"] if one]
    assert set(areas) == {"Sundparken", "Finlandsparken", "Korskærparken", "Skovparken", "Munkebo"}
    assert areas.count("Munkebo") < 60
