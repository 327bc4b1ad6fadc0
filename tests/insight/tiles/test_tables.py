"""The tables of the map: what is counted by hand, what municipalities show, and what is locked stays as it was."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from tests.insight.written_file import FJORDBY, SKOVBY, Row, many, write

from samvirke.foundation.clock import now, standing_on
from samvirke.foundation.period import read_period
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import all_indicators
from samvirke.insight.suppression.models import Released
from samvirke.insight.tiles.ground import NOWHERE, SIZES, Square, is_mapped, mapped
from samvirke.insight.tiles.models import Locked
from samvirke.insight.tiles.tables import tables_of
from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.models import Source
from samvirke.trust.audit.models import Line

pytestmark = [pytest.mark.django_db]

BURGLARY = all_indicators()["burglary-homes"]
SPRING, YEAR = read_period("2024Q2"), read_period("2023")
RANDERS, AARHUS = 730, 751
BUSY = Square(FJORDBY, 2000, 560_000, 6_150_000)


def a_year(year: int = 2023) -> list[Row]:
    """Two busy squares in Fjordby in each quarter, a quiet one beside one of them, and some in Skovby."""
    rows = [Row(date(2022, 12, 31), offence="andet"), Row(date(2024, 6, 30), offence="andet")]
    for month in (1, 4, 7, 10):
        rows += many(12, date(year, month, 2), 40) + many(9, date(year, month, 2), 40, x=600_000)
        rows += many(2, date(year, month, 2), 40, x=600_000, y=6_100_000) + many(6, date(year, month, 2), 40, x=545_000)
        rows += many(8, date(year, month, 2), 40, municipality=SKOVBY, x=530_000)
    return rows


def test_what_is_shown_is_what_a_count_by_hand_counts(facts):
    table = tables_of(facts, BURGLARY).tables[YEAR]
    points = facts.store.rows(
        "SELECT municipality, x, y FROM incidents "
        "WHERE category = 'burglary-home' AND year(day) = 2023 AND x IS NOT NULL"
    )
    for size in SIZES:
        by_hand = Counter((code, int(x // size) * size, int(y // size) * size) for code, x, y in points)
        shown = {(one.municipality, one.x, one.y): count for one, count in table.of_size(size).items()}
        assert len(shown) > 20
        assert shown.items() <= by_hand.items()


def test_no_square_says_more_than_its_parent_and_none_lies_in_a_hidden_one(facts):
    for table in tables_of(facts, BURGLARY).tables.values():
        for square, count in table.shown.items():
            for larger in square.above:
                assert table.shown[larger] >= count >= BURGLARY.few


def test_squares_of_a_municipality_that_is_hidden_are_hidden(facts):
    tables = tables_of(facts, BURGLARY)
    hidden = {code for code, cell in tables.municipalities[YEAR].items() if not cell.shown}
    assert hidden
    assert hidden.isdisjoint({one.municipality for one in tables.tables[YEAR].shown})
    assert hidden <= {one.municipality for one in tables.tables[YEAR].hidden}


def test_a_running_year_has_quarters_only(facts):
    periods = tables_of(facts, BURGLARY).periods
    assert periods[0] == SPRING
    assert read_period("2024") not in periods
    assert YEAR in periods


def test_what_is_locked_is_written_in_the_trail_once(counted):
    facts = counted(a_year())
    before = Line.objects.filter(action="tiles.lock").count()
    tables_of(facts, BURGLARY)
    tables_of(facts, BURGLARY)
    assert Line.objects.filter(action="tiles.lock").count() == before + 1
    assert Locked.objects.filter(group=BURGLARY.name).count() == 6


def test_a_correction_of_the_incidents_does_not_move_the_squares(counted, tmp_path, operator):
    rows = a_year()
    facts = counted(rows)
    first = tables_of(facts, BURGLARY)
    assert first.tables[YEAR].shown[BUSY] == 48
    more = write(tmp_path / "more.csv", many(7, date(2023, 2, 2), 20))
    with standing_on(date(2024, 8, 2)):
        import_file(operator, source=Source.objects.get(pk="opdigtet"), path=more)
    again = tables_of(Facts(operator, facts.district), BURGLARY)
    assert again.tables == first.tables
    assert again.edition != first.edition
    assert again.municipalities[YEAR][FJORDBY].value == first.municipalities[YEAR][FJORDBY].value + 7


def test_a_municipality_that_is_hidden_later_takes_its_squares_away_and_changes_no_other(counted):
    facts = counted(a_year())
    first = tables_of(facts, BURGLARY)
    gone = Released.objects.filter(table="fjordkredsen burglary-homes", period="2023Q2", area=str(FJORDBY))
    assert gone.update(value=None, why_hidden="protects") == 1
    Locked.objects.update(locked_at=now())
    again = tables_of(facts, BURGLARY)
    spring = read_period("2023Q2")
    assert again.municipalities[spring][FJORDBY].value is None
    for period in (spring, YEAR):
        assert FJORDBY in {one.municipality for one in first.tables[period].shown}
        assert FJORDBY not in {one.municipality for one in again.tables[period].shown}
    autumn = read_period("2023Q4")
    assert again.tables[autumn] == first.tables[autumn]


def test_a_quarter_that_comes_later_is_a_batch_of_its_own_and_what_was_shown_stays(counted, tmp_path, operator):
    facts = counted(a_year())
    first = tables_of(facts, BURGLARY)
    more = write(tmp_path / "more.csv", [*many(30, date(2024, 7, 1), 90), Row(date(2024, 9, 30), offence="andet")])
    with standing_on(date(2024, 10, 2)):
        import_file(operator, source=Source.objects.get(pk="opdigtet"), path=more)
    again = tables_of(Facts(operator, facts.district), BURGLARY)
    assert set(again.tables) - set(first.tables) == {read_period("2024Q3")}
    assert list(Locked.objects.filter(year=2024, group=BURGLARY.name).values_list("quarter", "batch")) == [
        (1, 1), (2, 1), (3, 2),
    ]  # fmt: skip
    assert {period: again.tables[period].shown for period in first.tables} == {
        period: table.shown for period, table in first.tables.items()
    }


def test_what_has_no_known_place_is_a_part_of_its_municipality(counted):
    rows = a_year()
    for month in (1, 4, 7, 10):
        rows += [replace(one, x="", y="") for one in many(7, date(2023, month, 2), 40)]  # type: ignore[arg-type]
    table = tables_of(counted(rows), BURGLARY).tables[YEAR]
    assert table.nowhere[FJORDBY] == 28
    assert all(one.metres != NOWHERE for size in SIZES for one in table.of_size(size))


def test_what_is_near_to_whom_it_happened_is_not_on_the_map():
    assert not is_mapped(all_indicators()["close-relation-violence"])
    assert not is_mapped(all_indicators()["stalking-orders"])
    assert not is_mapped(all_indicators()["safety-share"])
    assert is_mapped(BURGLARY)


def test_of_two_that_count_the_same_incidents_only_one_is_on_the_map():
    twin = replace(BURGLARY, name="twin", categories=("burglary-home", "robbery"))
    assert mapped([BURGLARY, twin]) == [BURGLARY]
    assert mapped([twin, BURGLARY]) == [twin]
