"""A brief tells its numbers by the span and the area that it declares, and small ones not at all."""

from __future__ import annotations

from datetime import date

import pytest
from tests.insight.briefing.focus.tables import LOCAL, local_council, reading
from tests.insight.written_file import SKOVBY, Row, many

from samvirke.foundation.period import read_period
from samvirke.insight.briefing.figures import Line
from samvirke.insight.briefing.focus.fill import filled
from samvirke.insight.briefing.focus.hours import hours
from samvirke.insight.briefing.focus.numbers import numbers, two_years
from samvirke.insight.suppression.cells import FEW, PROTECTS, Cell
from samvirke.insight.suppression.models import Released

pytestmark = [pytest.mark.django_db]

SPRING = read_period("2024Q2")
YEARS = ((date(2022, 7, 1), 365), (date(2023, 7, 1), 365))
STALKING = {"offence": "stalking"}


def held(*pieces: list[Row]) -> list[Row]:
    """The rows, with a quiet one at each end of the two years."""
    ends = [Row(date(2022, 7, 1), offence="andet"), Row(date(2024, 6, 30), offence="andet")]
    return [*ends, *(row for piece in pieces for row in piece)]


def test_a_brief_of_large_areas_compares_twelve_months_of_the_whole_district(counted):
    before, now = (many(count, first, days, **STALKING) for count, (first, days) in zip((80, 160), YEARS, strict=True))
    counted(held(before, now))
    line = next(
        one for one in numbers(reading("close-relations-and-stalking", quarter=SPRING)).lines if "stalking" in one.title
    )
    assert (line.now, line.past) == ("160", "80")
    assert line.headline == "risen 100%"
    assert line.period == "twelve months to June 2024"


def test_a_municipality_of_such_a_brief_has_one_number_over_two_years_and_no_change(counted, fjord):
    local_council(fjord)
    counted(held(*(many(80, first, days, **STALKING) for first, days in YEARS)))
    found = numbers(reading("close-relations-and-stalking", body=LOCAL, quarter=SPRING))
    line = next(one for one in found.lines if "stalking" in one.title)
    assert (line.now, line.past, line.headline) == ("160", "", "not compared")
    assert line.drawing == ""


def test_a_brief_by_the_quarter_says_what_the_overview_says(counted):
    counted(held(many(96, date(2023, 4, 1), 90), many(61, date(2024, 4, 1), 90)))
    line = numbers(reading("home-burglary", quarter=SPRING)).lines[0]
    assert (line.now, line.past, line.headline) == ("61", "96", "fallen 36%")


def test_small_numbers_of_a_municipality_are_hidden_in_the_table_too(counted):
    few = many(3, date(2024, 4, 1), 90, municipality=SKOVBY)
    counted(held(many(60, date(2023, 4, 1), 90), many(61, date(2024, 4, 1), 90), few))
    rows = numbers(reading("home-burglary", quarter=SPRING), by_place=True).by_place[0]
    assert "3" not in {one.now for one in rows}
    assert Released.objects.filter(table__endswith="burglary-homes", period="2024Q2").exists()


@pytest.mark.parametrize(
    ("line", "fewest", "found"),
    [
        (Line("quarter", (), (4, 4, 4, 4, 5, 5, 5, 5)), 10, (Cell(20), Cell(16))),
        (Line("quarter", (), (1, 1, 1, 1, 5, 5, 5, 5)), 10, (Cell(20), Cell(None, FEW))),
        (Line("quarter", (), (5, 5, 5, 5)), 10, (Cell(20), None)),
        (Line("quarter", (), (5, None, 5, 5)), 10, (None, None)),
        (Line("quarter", (), (0, 0, 0, 0)), 10, (Cell(0), None)),
        (Line("month", (), (2,) * 24), 10, (Cell(24), Cell(24))),
        (Line("none", why="few"), 10, (Cell(None, PROTECTS), Cell(None, PROTECTS))),
        (Line("none", why="no-data"), 10, (None, None)),
    ],
)
def test_twelve_months_are_a_sum_of_what_may_be_shown_or_nothing(line, fewest, found):
    assert two_years(line, fewest) == found


def test_the_hours_of_the_week_are_whole_numbers_that_add_up_and_small_ones_are_hidden(counted):
    rows = [Row(date(2023, 1, 2 + day), x=560_000 + day) for day in range(28) for _each in range(4)]
    counted([Row(date(2022, 7, 1), offence="andet"), *rows, Row(date(2023, 12, 31), offence="andet")])
    found = hours(reading("home-burglary", quarter=read_period("2023Q4")))
    told = [said for _hour, cells in found.rows for said, _shade in cells]
    assert found.n == "112"
    assert sum(int(said) for said in told if said.isdigit()) == 112
    assert found.busiest.endswith("18–24")
    assert {said for said in told if said.isdigit()} == {"0", "16"}


def test_without_figures_there_are_no_numbers_and_no_hours(fjord):
    found = filled(reading("home-burglary"))
    assert (found.numbers.lines, found.hours, found.data) == ((), None, "")
    assert found.open
