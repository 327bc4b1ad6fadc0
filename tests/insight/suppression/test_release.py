"""What leaves is remembered once, and asked for before the next release to anybody who reads it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from tests.insight.suppression.attackers import column_of

from samvirke.foundation.clock import now
from samvirke.foundation.period import read_period
from samvirke.insight.suppression.cells import FEW, PROTECTS, WHOLE
from samvirke.insight.suppression.models import Released
from samvirke.insight.suppression.release import COUNCIL, PUBLIC, Asked, release, release_months, release_tables

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SPRING, SUMMER = read_period("2024Q2"), read_period("2024Q3")
TABLE, FIVE = "fjordkredsen burglary-homes", 5


def words(cells):
    return {area: cell.hidden for area, cell in cells.items()}


def test_every_cell_that_leaves_is_remembered_shown_or_hidden():
    release(COUNCIL, TABLE, {SPRING: column_of((2, 16, 40))}, FIVE)
    rows = Released.objects.filter(table=TABLE).values_list("period", "area", "why_hidden", "value")
    assert set(rows) == {
        ("2024Q2", "1", FEW, None), ("2024Q2", "2", PROTECTS, None), ("2024Q2", "3", "", 40.0),
        ("2024Q2", "0", "", 58.0),
    }  # fmt: skip


def test_what_is_released_again_unchanged_is_remembered_once():
    for _ in range(3):
        release(COUNCIL, TABLE, {SPRING: column_of((2, 16, 40))}, FIVE)
    assert Released.objects.filter(table=TABLE).count() == 4


def test_of_a_correction_only_what_moved_is_remembered_anew():
    release(COUNCIL, TABLE, {SPRING: column_of((2, 16, 40))}, FIVE)
    release(COUNCIL, TABLE, {SPRING: column_of((2, 16, 41))}, FIVE)
    newest = Released.objects.filter(table=TABLE).order_by("pk")[4:]
    assert [(row.area, row.value) for row in newest] == [("3", 41.0), ("0", 59.0)]


def test_the_ledger_is_asked_before_the_next_release():
    release(COUNCIL, TABLE, {SPRING: column_of((2, 16, 40))}, FIVE)
    cells = release(COUNCIL, TABLE, {SPRING: column_of((9, 16, 40))}, FIVE)[SPRING]
    assert words(cells) == {1: PROTECTS, 2: PROTECTS, 3: "", WHOLE: ""}


def test_another_table_and_an_audience_that_reads_alone_know_nothing_of_it():
    release(COUNCIL, TABLE, {SPRING: column_of((2, 16, 40))}, FIVE)
    for audience, table in (("analyst", TABLE), (COUNCIL, "fjordkredsen robbery")):
        cells = release(audience, table, {SPRING: column_of((9, 16, 40))}, FIVE)[SPRING]
        assert set(words(cells).values()) == {""}


def test_the_area_with_least_in_all_periods_together_protects_in_each_of_them():
    cells = release(COUNCIL, TABLE, {SPRING: column_of((2, 8, 9)), SUMMER: column_of((2, 30, 12))}, FIVE)
    assert [words(cells[period])[3] for period in (SPRING, SUMMER)] == [PROTECTS, PROTECTS]
    assert [words(cells[period])[2] for period in (SPRING, SUMMER)] == ["", ""]


def test_months_and_their_quarter_are_released_to_fit_one_another():
    months = {month: column_of(table) for month, table in zip(SPRING.within("month"), [(2, 9, 30)] * 3, strict=True)}
    quarters = release(COUNCIL, TABLE, {SPRING: column_of((6, 27, 90))}, FIVE)
    cells = release_months(COUNCIL, TABLE, months, quarters, FIVE)
    assert set(words(quarters[SPRING]).values()) == {""}
    assert [words(cells[month]) for month in months] == [{1: PROTECTS, 2: PROTECTS, 3: "", WHOLE: ""}] * 3


def test_months_once_shown_are_not_hidden_for_somebody_else_in_the_next_pack():
    months = {month: column_of((6, 9, 30)) for month in SPRING.within("month")}
    quarters = release(COUNCIL, TABLE, {SPRING: column_of((18, 27, 90))}, FIVE)
    release_months(COUNCIL, TABLE, months, quarters, FIVE)
    first, *rest = months
    corrected = {first: column_of((2, 9, 30)), **{month: months[month] for month in rest}}
    quarters = release(COUNCIL, TABLE, {SPRING: column_of((14, 27, 90))}, FIVE)
    cells = release_months(COUNCIL, TABLE, corrected, quarters, FIVE)
    # Areas 2 and 3 stand as they were shown, so the sums have to go.
    assert [words(cells[month]) for month in months] == [{1: PROTECTS, 2: "", 3: "", WHOLE: PROTECTS}] * 3


def test_a_figure_that_need_not_be_hidden_is_shown_and_still_remembered():
    cells = release(COUNCIL, "fjordkredsen safety-share", {SPRING: column_of((2, 3))}, 0)[SPRING]
    assert {area: cell.value for area, cell in cells.items()} == column_of((2, 3))
    assert Released.objects.filter(table="fjordkredsen safety-share").count() == 3


@pytest.mark.parametrize(("why", "value"), [(FEW, 4.0), ("", None), ("forgotten", None)])
def test_the_ledger_refuses_a_hidden_cell_with_a_number_and_a_shown_one_without(why, value):
    seen = {"audience": COUNCIL, "table": TABLE, "period": "2024Q2", "area": "1"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Released.objects.create(**seen, why_hidden=why, value=value, released_at=now())


def test_the_ledger_refuses_an_audience_that_nobody_declared():
    with pytest.raises(IntegrityError), transaction.atomic():
        release("everybody", TABLE, {SPRING: column_of((2, 16, 40))}, FIVE)


def test_an_area_that_is_not_counted_is_left_out_and_not_called_zero():
    cells = release(COUNCIL, TABLE, {SPRING: {1: 7, WHOLE: 7}}, FIVE)[SPRING]
    assert set(cells) == {1, WHOLE}


def test_tables_that_leave_together_leave_as_each_would_alone():
    first, second = column_of((2, 16, 40)), column_of((9, 3, 7))
    alone = [release(PUBLIC, name, {SPRING: one}, FIVE) for name, one in (("a", first), ("b", second))]
    together = release_tables(COUNCIL, {"a": Asked({SPRING: first}, FIVE), "b": Asked({SPRING: second}, FIVE)})
    assert [together["a"], together["b"]] == alone
    # The demo's own papers are remembered as well.
    mine = Released.objects.filter(table__in=("a", "b")).order_by("table", "area")
    seen = [list(mine.filter(audience=one).values_list("table", "area", "value")) for one in (PUBLIC, COUNCIL)]
    assert seen[0] == seen[1]


def test_of_tables_that_leave_together_each_remembers_its_own_past():
    asked = {"a": Asked({SPRING: column_of((2, 16, 40))}, FIVE), "b": Asked({SPRING: column_of((9, 16, 40))}, FIVE)}
    release_tables(COUNCIL, asked)
    later = {name: Asked({SPRING: column_of((9, 16, 40))}, FIVE) for name in asked}
    cells = release_tables(COUNCIL, later)
    assert [words(cells[name][SPRING])[1] for name in ("a", "b")] == [PROTECTS, ""]
    assert release_tables(COUNCIL, {}) == {}
