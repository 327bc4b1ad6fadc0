"""Nothing small is shown, and nobody can work it out, not even somebody who has read the program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.insight.suppression.attackers import column_of, confusable, spread, tables_up_to

from samvirke.insight.suppression.cells import FEW, NOTHING, PROTECTS, WHOLE, Cell, Earlier, protect, width

FIVE = 5
counts = st.lists(st.integers(0, 30), min_size=1, max_size=7).map(tuple)
thresholds = st.integers(3, 12)


def shown(cells: dict[int, Cell]) -> dict[int, float | None]:
    return {area: cell.value for area, cell in cells.items() if cell.shown}


@given(counts, thresholds, st.integers(0, 9))
def test_a_small_count_is_never_shown(table, few, nowhere):
    cells = protect(column_of(table, nowhere), few)
    assert not [value for value in shown(cells).values() if value is not None and 0 < value < few]


@given(counts, thresholds)
def test_what_is_shown_is_true_and_zero_is_shown(table, few):
    column = column_of(table)
    cells = protect(column, few)
    assert all(column[area] == value for area, value in shown(cells).items())
    assert all(cells[area].value == 0 for area, count in column.items() if count == 0)


@given(counts)
def test_a_table_without_small_counts_is_shown_whole(table):
    table = tuple(count if count == 0 or count >= FIVE else count + FIVE for count in table)
    assert shown(protect(column_of(table), FIVE)) == column_of(table)


@given(counts, thresholds)
def test_a_cell_that_says_few_is_small_and_beside_it_every_other_hidden_one_is_not(table, few):
    column = column_of(table)
    cells = protect(column, few)
    for area, cell in cells.items():
        if cell.hidden == FEW:
            assert 0 < column[area] < few
        elif cell.hidden == PROTECTS and any(other.hidden == FEW for other in cells.values()):
            assert column[area] >= few


@pytest.mark.parametrize(("areas", "most"), [(1, 40), (2, 60), (3, 40), (4, 26), (5, 18)])
def test_somebody_who_has_read_the_program_is_left_with_an_interval_of_three_around_every_small_count(areas, most):
    found = confusable(((table,) for table in tables_up_to(areas, most)), FIVE)
    assert len(found) > areas
    for (seen,), tables in found.items():
        for area in range(areas):
            values = {table[area] for (table,) in tables}
            if seen[area + 1][0] is None and any(0 < value < FIVE for value in values):
                assert spread(values) >= width(FIVE), (seen, tables[:3])


@pytest.mark.parametrize("few", [3, 4, 8])
def test_the_same_holds_where_another_number_is_called_few(few):
    for (seen,), tables in confusable(((table,) for table in tables_up_to(3, 24)), few).items():
        for area in range(3):
            values = {table[area] for (table,) in tables}
            if seen[area + 1][0] is None and any(0 < value < few for value in values):
                assert spread(values) >= width(few), (seen, tables[:3])


def test_the_attack_finds_what_hiding_small_cells_alone_would_give_away():
    lone = {area: Cell(None, FEW) if 0 < count < FIVE else Cell(count) for area, count in column_of((2, 9, 7)).items()}
    assert lone[WHOLE].value - sum(value for area, value in shown(lone).items() if area != WHOLE) == 2


def test_two_small_counts_whose_sum_gives_both_away_get_company():
    cells = protect(column_of((1, 1, 20, 30)), FIVE, order=(1, 2, 3, 4))
    assert [cells[area].hidden for area in (1, 2, 3, 4, WHOLE)] == [FEW, FEW, PROTECTS, "", ""]


def test_several_small_counts_below_a_small_sum_do_not_say_that_they_are_few():
    cells = protect(column_of((2, 1, 0)), FIVE)
    assert [cells[area].hidden for area in (1, 2, 3, WHOLE)] == [PROTECTS, PROTECTS, "", PROTECTS]


def test_when_nothing_else_is_left_to_hide_the_sum_is_hidden():
    cells = protect(column_of((3, 0, 0), nowhere=6), FIVE)
    assert not cells[WHOLE].shown
    assert cells[2].value == 0


def test_the_areas_that_come_first_in_the_order_protect_the_others_whatever_they_count():
    for second, third in ((20, 9), (9, 20)):
        cells = protect(column_of((2, second, third)), FIVE, order=(1, 3, 2))
        assert (cells[2].shown, cells[3].hidden) == (True, PROTECTS)


def test_without_a_sum_beside_them_small_counts_need_no_protection():
    cells = protect({1: 3, 2: 18, 3: 7}, FIVE)
    assert [cells[area].hidden for area in (1, 2, 3)] == [FEW, "", ""]


def test_what_was_hidden_before_stays_hidden_though_it_has_grown():
    cells = protect(column_of((9, 16, 40)), FIVE, Earlier(hidden=(frozenset({1, 2}),)))
    assert [cells[area].shown for area in (1, 2, 3)] == [False, False, True]


def test_a_number_that_is_known_from_before_protects_nothing():
    known = Earlier(shown=frozenset({2}))
    assert protect(column_of((2, 16, 40)), FIVE, NOTHING, (1, 2, 3))[2].hidden == PROTECTS
    cells = protect(column_of((2, 16, 40)), FIVE, known, (1, 2, 3))
    assert [cells[area].shown for area in (2, 3, WHOLE)] == [True, False, True]


def test_cells_hidden_before_protect_nothing_new_because_their_sum_is_known():
    before = Earlier(shown=frozenset({4}), hidden=(frozenset({1, 2}),), corrected=True)
    cells = protect(column_of((2, 16, 3, 40)), FIVE, before, (1, 2, 3, 4))
    assert not cells[3].shown
    assert not cells[WHOLE].shown
