"""Two releases of the same period reveal nobody together, though figures were corrected between them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.insight.suppression.attackers import Table, column_of, confusable, looks, spread, tables_up_to

from samvirke.insight.suppression.cells import FEW, PROTECTS, WHOLE, Cell, Earlier, width
from samvirke.insight.suppression.history import History

FIVE = 5
MONDAY, TUESDAY = datetime(2024, 8, 19), datetime(2024, 8, 20)
small_tables = st.lists(st.integers(0, 9), min_size=2, max_size=6).map(tuple)


def corrected_once(areas: int, most: int, by: range) -> Iterator[tuple[Table, Table]]:
    """Every table, and after it the same with one number changed."""
    for table in tables_up_to(areas, most):
        for area in range(areas):
            for step in by:
                if step and table[area] + step >= 0:
                    yield table, (*table[:area], table[area] + step, *table[area + 1 :])


@pytest.mark.parametrize(("areas", "most", "step"), [(2, 30, 1), (3, 18, 2), (4, 13, 1)])
def test_a_reader_who_knows_the_program_and_that_one_number_moved_narrows_no_hidden_one(areas, most, step):
    found = confusable(corrected_once(areas, most, range(-step, step + 1)), FIVE)
    for seen, pairs in found.items():
        for area in range(areas):
            if all(one[area + 1][0] is None for one in seen):
                for release in (0, 1):
                    values = {pair[release][area] for pair in pairs}
                    assert not any(0 < value < FIVE for value in values) or spread(values) >= width(FIVE), (seen, pairs)


def test_a_reader_who_saw_a_number_that_is_small_now_does_not_learn_how_small():
    # The step is unknown to this reader, so every size of it is tried.
    for seen, pairs in confusable(corrected_once(3, 16, range(-16, 17)), FIVE).items():
        for area in range(3):
            if seen[0][area + 1][0] is not None and seen[1][area + 1][0] is None:
                values = {later[area] for _earlier, later in pairs}
                assert not any(0 < value < FIVE for value in values) or spread(values) >= width(FIVE), (seen, pairs)


@given(small_tables, st.lists(st.tuples(st.integers(0, 5), st.integers(-4, 4)), max_size=4))
def test_in_any_sequence_of_corrections_nothing_small_is_shown_and_nothing_hidden_comes_back(table, steps):
    tables = [table]
    for area, step in steps:
        last = list(tables[-1])
        last[area % len(last)] = max(0, last[area % len(last)] + step)
        tables.append(tuple(last))
    seen = looks(tables, FIVE)
    for number, one in enumerate(seen):
        assert not [value for value, _why in one if value is not None and 0 < value < FIVE]
        for place, (value, _why) in enumerate(one):
            assert value is None or all(earlier[place][0] is not None for earlier in seen[:number])


@given(small_tables)
def test_releasing_the_same_figures_again_shows_the_same(table):
    first, second, third = looks([table, table, table], FIVE)
    assert first == second == third


def test_in_a_corrected_period_hidden_cells_no_longer_say_few():
    before, after = looks([(3, 16, 40), (3, 17, 40)], FIVE)
    assert [why for _value, why in before[1:]] == [FEW, PROTECTS, ""]
    assert [why for _value, why in after[1:]] == [PROTECTS, PROTECTS, ""]


def test_the_history_tells_what_stands_what_was_hidden_together_and_what_moved():
    history = History()
    history.add_all({1: Cell(None, FEW), 2: Cell(None, PROTECTS), 3: Cell(40), WHOLE: Cell(59)}, MONDAY)
    hidden = {"hidden": (frozenset({1, 2}),), "few": frozenset({1})}
    assert history.earlier(column_of((3, 16, 40))) == Earlier(frozenset({3, WHOLE}), **hidden, corrected=False)
    assert history.earlier(column_of((3, 16, 41))) == Earlier(frozenset(), **hidden, corrected=True)


def test_a_number_that_was_replaced_once_stays_a_correction_for_good():
    history = History()
    history.add(3, 40, "", MONDAY)
    history.add(3, 41, "", TUESDAY)
    assert history.earlier({3: 41}).corrected


def test_cells_hidden_on_different_days_are_groups_of_their_own():
    history = History()
    history.add(1, None, FEW, MONDAY)
    history.add(2, None, PROTECTS, TUESDAY)
    assert set(history.earlier({}).hidden) == {frozenset({1}), frozenset({2})}
