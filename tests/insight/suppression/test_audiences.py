"""A council reads what the public gets: what leaves to the one is safe beside what left to the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from tests.insight.suppression.attackers import Table, column_of

from samvirke.foundation.period import read_period
from samvirke.insight.suppression.cells import FEW, PROTECTS, WHOLE, Cell, protect
from samvirke.insight.suppression.models import Released
from samvirke.insight.suppression.release import COUNCIL, PUBLIC, Asked, release, release_months, release_tables

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SPRING = read_period("2024Q2")
TABLE, FIVE = "fjordkredsen burglary-homes", 5
BOTH_WAYS = [(COUNCIL, PUBLIC), (PUBLIC, COUNCIL)]


def words(cells: dict[int, Cell]) -> dict[int, str]:
    return {area: cell.hidden for area, cell in cells.items()}


def told(audience: str, table: Table) -> dict[int, Cell]:
    return release(audience, TABLE, {SPRING: column_of(table)}, FIVE)[SPRING]


@pytest.mark.parametrize(("first", "then"), BOTH_WAYS)
def test_what_was_hidden_from_one_stays_hidden_from_the_other(first, then):
    told(first, (2, 16, 40))
    assert words(told(then, (2, 16, 40))) == {1: FEW, 2: PROTECTS, 3: "", WHOLE: ""}


@pytest.mark.parametrize(("first", "then"), BOTH_WAYS)
def test_a_correction_that_reaches_the_other_audience_first_gives_nothing_away(first, then):
    before = told(first, (2, 16, 40))
    after = told(then, (9, 16, 40))
    # With a memory of its own the second would show 16, and the first release says that 58 − 40 − 16 were hidden.
    assert (before[WHOLE].value, before[3].value) == (58, 40)
    assert (after[1].value, after[2].value) == (None, None)


@pytest.mark.parametrize(("first", "then"), BOTH_WAYS)
def test_whoever_was_shown_to_one_does_not_protect_to_the_other(first, then):
    told(first, (6, 16, 40))
    after = told(then, (2, 16, 40))
    # All but the first are known from before, so that nothing is left to hide but the sum.
    assert words(after) == {1: PROTECTS, 2: "", 3: "", WHOLE: PROTECTS}


def test_months_to_the_public_are_safe_beside_months_to_the_council():
    months = {month: column_of((6, 9, 30)) for month in SPRING.within("month")}
    quarters = release(COUNCIL, TABLE, {SPRING: column_of((18, 27, 90))}, FIVE)
    release_months(COUNCIL, TABLE, months, quarters, FIVE)
    first = next(iter(months))
    corrected = months | {first: column_of((2, 9, 30))}
    quarters = release(PUBLIC, TABLE, {SPRING: column_of((14, 27, 90))}, FIVE)
    cells = release_months(PUBLIC, TABLE, corrected, quarters, FIVE)
    assert [words(cells[month]) for month in months] == [{1: PROTECTS, 2: "", 3: "", WHOLE: PROTECTS}] * 3


def test_each_audience_remembers_what_it_was_given_itself():
    for audience in (COUNCIL, PUBLIC, COUNCIL, PUBLIC):
        told(audience, (2, 16, 40))
    given = [list(Released.objects.filter(table=TABLE, audience=one).values_list("area", "value")) for one in
             (COUNCIL, PUBLIC)]  # fmt: skip
    assert given[0] == given[1]
    assert len(given[0]) == 4


def worked_out(releases: Sequence[dict[int, Cell]]) -> dict[int, float]:
    """What somebody works out who reads every release: an area that one shows and another hides, by the sum."""
    shown = {area: cell.value for cells in releases for area, cell in cells.items() if cell.value is not None}
    found = {}
    for cells in releases:
        hidden = [area for area, cell in cells.items() if area != WHOLE and cell.value is None]
        unknown = [area for area in hidden if area not in shown]
        if len(unknown) == 1 and cells[WHOLE].value is not None:
            rest = sum(shown[area] or 0 for area in cells if area not in (WHOLE, unknown[0]))
            found[unknown[0]] = cells[WHOLE].value - rest
    return found


def test_the_attack_finds_what_two_memories_would_give_away():
    apart = [protect(column_of(table), FIVE, order=(1, 2, 3)) for table in ((2, 16, 40), (2, 16, 40))]
    # The same rule with another order, as another set of periods would give it: another area protects.
    apart[1] = protect(column_of((2, 16, 40)), FIVE, order=(3, 2, 1))
    assert worked_out(apart) == {1: 2}
    assert worked_out([told(COUNCIL, (2, 16, 40)), told(PUBLIC, (2, 16, 40))]) == {}


def test_another_choice_of_periods_for_the_public_makes_nobody_else_protect():
    earlier = read_period("2023Q2")
    release(COUNCIL, TABLE, {SPRING: column_of((2, 16, 40))}, FIVE)
    wide = {SPRING: column_of((2, 16, 40)), earlier: column_of((9, 80, 7))}
    cells = release(PUBLIC, TABLE, wide, FIVE)[SPRING]
    assert words(cells) == {1: FEW, 2: PROTECTS, 3: "", WHOLE: ""}


def test_what_leaves_to_the_two_in_turn_is_what_would_leave_to_one_who_reads_everything():
    """So that every proof about the corrections that one audience sees holds for whoever reads both."""
    tables = [(2, 16, 40), (9, 16, 40), (3, 3, 40), (0, 2, 9), (6, 6, 6), (1, 1, 1)]
    runs = {
        f"run-{number}": list(zip(who, counts, strict=True))
        for number, (counts, who) in enumerate(product(product(tables, repeat=3), product((COUNCIL, PUBLIC), repeat=3)))
    }
    for step in range(3):
        for audience in (COUNCIL, PUBLIC):
            now = {name: steps[step][1] for name, steps in runs.items() if steps[step][0] == audience}
            in_turn = release_tables(audience, {name: asked(counts) for name, counts in now.items()})
            alone = release_tables("analyst", {name: asked(counts) for name, counts in now.items()})
            assert in_turn == alone


def asked(counts: Table) -> Asked:
    return Asked({SPRING: column_of(counts)}, FIVE)
