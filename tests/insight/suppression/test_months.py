"""A line by month and the quarter beside it do not give one another away."""

from __future__ import annotations

import random

import pytest
from tests.insight.suppression.attackers import column_of, months_that_fit, spread

from samvirke.insight.suppression.cells import FEW, PROTECTS, WHOLE, Cell, Earlier, protect, width
from samvirke.insight.suppression.months import months_to_hide

FIVE = 5
Months = list[dict[int, float]]


def three_months(*tables: tuple[int, ...]) -> Months:
    return [column_of(table) for table in tables]


def quarter_of(months: Months) -> dict[int, float]:
    return {area: sum(month[area] for month in months) for area in months[0]}


def ordered(quarter: dict[int, float]) -> list[int]:
    return sorted((area for area in quarter if area != WHOLE), key=lambda area: (quarter[area], area))


def decided(months: Months) -> tuple[dict[int, Cell], set[int]]:
    quarter = quarter_of(months)
    cells = protect(quarter, FIVE, order=ordered(quarter))
    return cells, months_to_hide(months, cells, FIVE, order=ordered(quarter))


def some_months(generator: random.Random) -> Months:
    """Two or three areas whose months lie around their own, mostly small, level."""
    levels = [generator.choice([1, 2, 5, 8]) for _ in range(generator.choice([2, 3]))]
    return three_months(*(tuple(generator.randint(0, level) for level in levels) for _ in range(3)))


@pytest.mark.parametrize("seed", range(4))
def test_every_small_month_keeps_an_interval_of_three_around_it(seed):
    generator, tried = random.Random(seed), 0
    for _ in range(150):
        months = some_months(generator)
        quarter, hidden = decided(months)
        areas = sorted(hidden - {WHOLE})
        if WHOLE in hidden or not areas:
            continue
        fits = list(months_that_fit(months, quarter, areas))
        for place, area in enumerate(areas):
            for number, month in enumerate(months):
                if 0 < month[area] < FIVE:
                    tried += 1
                    assert spread(fit[place][number] for fit in fits) >= width(FIVE), (months, quarter, hidden)
    assert tried > 50


def test_no_month_is_shown_where_it_is_small():
    generator = random.Random(7)
    for _ in range(300):
        months = some_months(generator)
        _quarter, hidden = decided(months)
        for area in quarter_of(months):
            assert area in hidden or not any(0 < month[area] < FIVE for month in months)


def test_the_attack_finds_what_hiding_the_small_month_alone_would_give_away():
    months = three_months((2, 9), (6, 9), (6, 9))
    cells = {area: Cell(count) for area, count in quarter_of(months).items()}
    assert list(months_that_fit(months, cells, [1])) == [((2, 6, 6),)]
    assert months_to_hide(months, cells, FIVE) == {1, 2}


def test_an_area_whose_quarter_is_hidden_shows_no_months():
    months = three_months((1, 9, 20), (0, 9, 20), (0, 9, 20))
    quarter, hidden = decided(months)
    assert [quarter[area].hidden for area in (1, 2, 3)] == [FEW, PROTECTS, ""]
    assert hidden >= {1, 2}


def test_a_quarter_hidden_for_what_it_once_was_shows_no_months_either():
    months = three_months((9, 20), (9, 20), (9, 20))
    quarter = {1: Cell(None, PROTECTS), 2: Cell(60), WHOLE: Cell(87)}
    assert 1 in months_to_hide(months, quarter, FIVE)


def test_when_the_quarter_of_the_whole_is_hidden_so_are_its_months():
    months = three_months((1, 5), (0, 5), (0, 5))
    quarter = {1: Cell(None, PROTECTS), 2: Cell(None, PROTECTS), WHOLE: Cell(None, PROTECTS)}
    assert months_to_hide(months, quarter, FIVE) >= {WHOLE}


def test_months_without_anything_small_are_shown_to_the_last():
    months = three_months((5, 9, 0), (7, 9, 0), (6, 9, 0))
    assert decided(months)[1] == set()


def test_an_area_shown_month_by_month_before_protects_nobody_later():
    months = three_months((2, 20, 30), (6, 20, 30), (6, 20, 30))
    cells = {area: Cell(count) for area, count in quarter_of(months).items()}
    assert months_to_hide(months, cells, FIVE, order=(1, 2, 3)) == {1, 2}
    assert months_to_hide(months, cells, FIVE, Earlier(shown=frozenset({2})), (1, 2, 3)) == {1, 3}


def test_months_hidden_before_stay_hidden():
    months = three_months((6, 20, 30), (6, 20, 30), (6, 20, 30))
    cells = {area: Cell(count) for area, count in quarter_of(months).items()}
    assert months_to_hide(months, cells, FIVE, Earlier(hidden=(frozenset({1, 2}),))) == {1, 2}
