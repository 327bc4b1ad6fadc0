"""Of a family of squares nothing small is shown, and nobody can work it out, not even who has read the program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.insight.suppression.attackers import spread, tables_up_to

from samvirke.insight.suppression.squares import HIDDEN, NONE, SHOWN, Standing, Year, family

FIVE, WIDE = 5, 3
AT_ONCE, IN_TURN = ((0, 1, 2, 3),), ((0,), (1,), (2,), (3,))
KNOWN = Standing((SHOWN,) * 4, SHOWN)
counts = st.lists(st.lists(st.integers(0, 14), min_size=4, max_size=4), min_size=2, max_size=5)
batches = st.sampled_from([AT_ONCE, IN_TURN, ((0, 1), (2,), (3,)), ((0, 1),), ((0,),)])


def decided(
    children: Sequence[Sequence[int]], of: Iterable[Sequence[int]] = AT_ONCE, parent: Standing = KNOWN
) -> dict[int, Standing]:
    return family(parent, dict(enumerate(children)), range(len(children)), Year(tuple(map(tuple, of)), FIVE))


def in_one_quarter(table: Sequence[int]) -> list[str]:
    """The words of a family of which one quarter is there."""
    return [one.quarters[0] for one in decided([(count, 0, 0, 0) for count in table], [(0,)]).values()]


@given(counts, batches)
def test_a_small_number_is_never_shown_and_what_is_none_is_none(children, of):
    year = Year(of, FIVE)
    for child, standing in decided(children, of).items():
        for quarter in year.quarters:
            word, count = standing.quarters[quarter], children[child][quarter]
            assert word != SHOWN or count >= FIVE
            assert word != NONE or count == 0
        total = sum(children[child])
        assert standing.year == HIDDEN or (year.is_complete and (standing.year == NONE) == (total == 0))
        assert standing.year != SHOWN or total >= FIVE


@given(counts, batches)
def test_hidden_squares_are_never_alone_and_hold_enough_together(children, of):
    found = decided(children, of)
    for quarter in Year(of, FIVE).quarters:
        hidden = [children[child][quarter] for child, one in found.items() if one.quarters[quarter] == HIDDEN]
        if any(word == SHOWN for word in (one.quarters[quarter] for one in found.values())):
            filled = [count for count in hidden if count]
            assert not filled or (len(filled) >= 2 and sum(filled) - len(filled) >= WIDE)


@given(counts)
def test_a_square_that_was_hidden_once_in_a_year_stays_hidden_in_its_later_quarters(children):
    for standing in decided(children, IN_TURN).values():
        words = [word for word in standing.quarters if word != NONE]
        assert SHOWN not in words[words.index(HIDDEN) :] if HIDDEN in words else True


@given(counts)
def test_what_was_shown_before_the_year_was_whole_is_shown_after_it(children):
    before = decided(children, IN_TURN[:2])
    for child, standing in decided(children, IN_TURN).items():
        assert [one for one in standing.quarters[:2] if one == SHOWN] == [
            one for one in before[child].quarters[:2] if one == SHOWN
        ]


@pytest.mark.parametrize(("children", "most"), [(2, 40), (3, 26), (4, 17)])
def test_somebody_who_has_read_the_program_is_left_with_an_interval_of_three_around_every_small_square(children, most):
    looks: dict[object, list[Sequence[int]]] = defaultdict(list)
    for table in tables_up_to(children, most):
        if sum(table) == 0 or sum(table) >= FIVE:
            words = in_one_quarter(table)
            seen = tuple(count if word == SHOWN else word for count, word in zip(table, words, strict=True))
            looks[sum(table), seen].append(table)
    assert len(looks) > children
    for (_total, seen), tables in looks.items():
        for child in range(children):
            values = [table[child] for table in tables]
            if seen[child] == HIDDEN and any(0 < value < FIVE for value in values):
                assert spread(values) >= WIDE, (seen, tables[:4])


def test_of_a_hidden_parent_nothing_is_said():
    nothing = Standing((HIDDEN,) * 4, HIDDEN)
    assert {one.is_hidden for one in decided([(9, 9, 9, 9), (0, 0, 0, 0)], parent=nothing).values()} == {True}


def test_a_year_is_shown_where_its_quarters_are_too_small():
    rural = [(3, 4, 2, 3), (2, 3, 4, 4), (4, 2, 3, 2), (30, 30, 30, 30)]
    found = decided(rural)
    assert [one.quarters for one in found.values()] == [(HIDDEN,) * 4] * 3 + [(SHOWN,) * 4]
    assert [one.year for one in found.values()] == [SHOWN] * 4


def test_a_year_is_not_shown_where_it_would_give_a_quarter_away():
    # Beside the first only three lie in the four quarters, so that its year would say within three what each holds.
    found = decided([(3, 9, 9, 9), (2, 1, 0, 0), (30, 30, 30, 30)])
    assert SHOWN not in (found[0].year, found[1].year)


def test_where_the_parent_has_none_the_children_have_none():
    assert in_one_quarter((0, 0, 0)) == [NONE] * 3


def test_the_first_in_the_order_protects_whatever_it_holds():
    assert in_one_quarter((40, 9, 2)) == [HIDDEN, SHOWN, HIDDEN]
    assert in_one_quarter((9, 40, 2)) == [HIDDEN, SHOWN, HIDDEN]
