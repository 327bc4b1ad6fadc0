"""All counts of cases at once: nothing small leaves, and nobody can be told from two tables or two papers."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.insight.cases.conftest import FJORDBY, NOWHERE, SKOVBY

from samvirke.desks.casework.register import case_type, case_types
from samvirke.foundation.clock import standing_on
from samvirke.foundation.period import read_period
from samvirke.insight.briefing.case_counts import CaseCount, case_counts, shown_somewhere
from samvirke.insight.briefing.figures import figures
from samvirke.insight.indicators.every import indicator
from samvirke.insight.suppression.cells import FEW
from samvirke.insight.suppression.release import COUNCIL

pytestmark = [pytest.mark.django_db, pytest.mark.database]
KINDS = ("speed-tip", "mediation", "stalking", "exit")
MONTHS = ("2021-01", "2022-03", "2023-02", "2023-05", "2023-11", "2024-02", "2024-05")


@pytest.fixture
def many(tell) -> dict[tuple[str, str, str, int | None], int]:
    """Some years of counts of four kinds of case in two municipalities, small and large; and what was written."""
    dice, written = Random(7), {}
    for kind in KINDS:
        for what, month, place in product(case_type(kind).counts, MONTHS, (FJORDBY, SKOVBY)):
            times = dice.choice((0, 0, 1, 2, 3, 4, 6, 11, 25))
            written[kind, what, month, place] = times
            tell(kind, what, month, times, place)
    return written


def truth(many, one: CaseCount, period, area: int) -> int:
    places = (FJORDBY, SKOVBY) if not area else (area,)
    return sum(
        times
        for (kind, what, month, place), times in many.items()
        if (kind, what) == (one.kind, one.what)
        and place in places
        and period.first <= read_period(month).first <= period.last
    )


def test_each_cell_that_is_shown_is_true_and_none_is_small(many, fjord_facts):
    compared = 0
    for one in case_counts(fjord_facts(), COUNCIL):
        for period, area in product(one.periods, (0, FJORDBY, SKOVBY)):
            cell = one.cell(period, area)
            assert cell is not None
            if cell.value is not None:
                assert cell.value == truth(many, one, period, area)
                assert not 0 < cell.value < one.indicator.few
                compared += 1
    assert compared > 100


def test_no_sum_less_its_shown_parts_leaves_a_small_count_open(many, fjord_facts):
    tried = 0
    for one in case_counts(fjord_facts(), COUNCIL):
        few, wide = one.indicator.few, min(3, one.indicator.few - 2)
        for period in one.periods:
            whole, *parts = (one.cell(period, area) for area in (0, FJORDBY, SKOVBY))
            hidden = [truth(many, one, period, area) for area, part in zip((FJORDBY, SKOVBY), parts, strict=True)
                      if part and part.value is None]  # fmt: skip
            if any(0 < count < few for count in hidden) and whole and whole.value is not None:
                tried += 1
                left = whole.value - sum(part.value or 0 for part in parts if part)
                fits = [(a, b) for a, b in product(range(int(left) + 1), repeat=2) if a + b == left]
                fits = [pair for pair in fits if _as_said(pair, parts, few)]
                for position in (0, 1):
                    values = {pair[position] for pair in fits}
                    assert max(values) - min(values) >= wide, (one.what, str(period), left)
    assert tried > 5


def _as_said(pair, parts, few: int) -> bool:
    """Whether two hidden numbers could be what a reader is told of them."""
    return all(
        0 < number < few if part.hidden == FEW else number >= 0 for number, part in zip(pair, parts, strict=True)
    )


def test_two_papers_with_a_case_more_in_between_do_not_tell_of_it(tell, fjord_facts):
    tell("speed-tip", "received", "2022-01", 1)
    tell("speed-tip", "received", "2023-05", 3, FJORDBY)
    tell("speed-tip", "received", "2023-05", 20, SKOVBY)
    spring = read_period("2023Q2")
    (before,) = [one for one in case_counts(fjord_facts(), COUNCIL) if one.what == "received"]
    tell("speed-tip", "received", "2023-05", 4, FJORDBY)
    (after,) = [one for one in case_counts(fjord_facts(), COUNCIL) if one.what == "received"]
    assert [before.cell(spring, area).value for area in (FJORDBY, SKOVBY)] == [None, None]
    assert [after.cell(spring, area).value for area in (FJORDBY, SKOVBY)] == [None, None]


def test_the_page_of_one_count_and_the_table_of_all_show_the_same_cells(many, fjord_facts):
    facts = fjord_facts()
    for one in case_counts(facts, COUNCIL):
        if one.kind == "mediation" or one.indicator.every == "year":
            continue
        there = figures(facts, indicator(one.indicator.name), read_period("2024Q2"), COUNCIL).now_cells
        assert {area: cell.value for area, cell in there.items()} == {
            area: one.cell(read_period("2024Q2"), area).value for area in there
        }


def test_a_count_is_told_by_the_year_or_by_the_quarter_and_never_by_both(many, fjord_facts):
    for one in case_counts(fjord_facts(), COUNCIL):
        assert {period.kind for period in one.periods} <= {one.indicator.every}
        assert one.indicator.every == "year" if case_types()[one.kind].sensitive else True


def test_however_many_kinds_are_counted_the_ledger_is_asked_and_written_once(many, fjord_facts):
    case_counts(fjord_facts(), COUNCIL)
    with CaptureQueriesContext(
        connection,
    ) as first:
        case_counts(fjord_facts(), COUNCIL)
    asked = [one["sql"] for one in first.captured_queries if "suppression_released" in one["sql"]]
    assert len(asked) == 1
    assert len(first.captured_queries) <= 12


def test_a_kind_that_nothing_was_counted_of_is_left_out(tell, fjord_facts):
    assert case_counts(fjord_facts(), COUNCIL) == []
    tell("speed-tip", "told", "2024-04", 6, NOWHERE)
    found = case_counts(fjord_facts(), COUNCIL)
    assert {one.kind for one in found} == {"speed-tip"}
    assert [one.what for one in found if shown_somewhere(one)] == ["told"]
    with standing_on(found[0].began):
        assert [one for one in case_counts(fjord_facts(), COUNCIL) if shown_somewhere(one)] == []
