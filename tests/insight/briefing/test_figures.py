"""Tables, lines and sums over a year are made of the same released cells, so that none gives another away."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import numpy as np
import pytest
from scipy.optimize import linprog

from samvirke.foundation.period import Period, read_period
from samvirke.insight.briefing.figures import figures, twelve_months
from samvirke.insight.indicators.kit import all_indicators
from samvirke.insight.suppression.cells import FEW, PROTECTS, WHOLE, width
from samvirke.insight.suppression.models import Released
from samvirke.insight.suppression.release import COUNCIL

pytestmark = [pytest.mark.django_db]

SPRING = read_period("2024Q2")
COUNTED = sorted(name for name, one in all_indicators().items() if one.kind == "count")
MONTHLY = [name for name in COUNTED if all_indicators()[name].every == "month"]


@pytest.mark.parametrize("name", COUNTED)
def test_no_small_count_is_in_any_cell_or_line_of_the_demo_district(name, facts):
    chosen = all_indicators()[name]
    found = figures(facts, chosen, SPRING, COUNCIL)
    cells = [*found.now_cells.values(), *found.before_cells.values()]
    shown = [cell.value for cell in cells] + [value for line in found.lines.values() for value in line.values]
    assert shown
    assert [value for value in shown if value is not None and 0 < value < chosen.few] == []


@pytest.mark.parametrize("name", sorted(all_indicators()))
def test_what_the_table_hides_no_line_shows(name, facts):
    found = figures(facts, all_indicators()[name], SPRING, COUNCIL)
    for area in found.now_cells:
        cells = [found.now_cells[area], found.before_cells.get(area, found.now_cells[area])]
        if not all(cell.shown for cell in cells):
            assert (found.lines[area].every, found.lines[area].values) == ("none", ())
            assert found.lines[area].why in (FEW, PROTECTS)


@pytest.mark.parametrize("name", MONTHLY)
def test_a_line_says_what_was_counted_in_each_of_its_periods(name, facts):
    chosen = all_indicators()[name]
    found = figures(facts, chosen, SPRING, COUNCIL)
    lines = {area: line for area, line in found.lines.items() if line.every != "none"}
    assert WHOLE in lines
    for area, line in lines.items():
        assert len(line.values) == {"month": 24, "quarter": 8}[line.every]
        assert line.values == tuple(chosen.count(facts, period)[area].part for period in line.periods)


@pytest.mark.parametrize("name", MONTHLY)
def test_twelve_months_are_hidden_where_one_of_their_quarters_is(name, facts):
    chosen = all_indicators()[name]
    sums = twelve_months(facts, chosen, SPRING, COUNCIL)
    quarters = [figures(facts, chosen, quarter, COUNCIL).now_cells for quarter in SPRING.back(4)]
    for area, cell in sums.items():
        parts = [quarter[area].value for quarter in quarters]
        assert cell.value == (None if None in parts else sum(parts))


def test_quarters_before_the_first_figures_are_left_out_of_a_year(facts):
    chosen, first = all_indicators()["burglary-homes"], read_period("2019Q3")
    sums = twelve_months(facts, chosen, first, COUNCIL)
    assert sums[WHOLE].value == chosen.count(facts, first)[WHOLE].part
    assert twelve_months(facts, chosen, read_period("2019Q1"), COUNCIL) == {}


def test_the_same_areas_protect_in_every_quarter_so_that_others_keep_their_lines(facts):
    found = figures(facts, all_indicators()["burglary-homes"], SPRING, COUNCIL)
    lines = {facts.municipalities[area].name: line.every for area, line in found.lines.items() if area}
    assert {name for name, every in lines.items() if every == "none"} == {"Samsø", "Odder"}
    assert lines["Randers"] == "month"


class TestAllPacksTogether:
    """A reader who keeps every pack of four years, and solves for what they hide."""

    @pytest.fixture
    def ledger(self, facts, request):
        """Everything one indicator released in sixteen quarterly packs; a number that was seen once stays known."""
        chosen = all_indicators()[request.param]
        for quarter in SPRING.back(16):
            figures(facts, chosen, quarter, COUNCIL)
            twelve_months(facts, chosen, quarter, COUNCIL)
        seen: dict[str, dict[int, tuple[float | None, str]]] = defaultdict(dict)
        rows = Released.objects.filter(table=f"{facts.district.pk} {request.param}").order_by("pk")
        for row in rows:
            if row.value is not None or int(row.area) not in seen[row.period]:
                seen[row.period][int(row.area)] = (row.value, row.why_hidden)
        return facts, chosen, seen

    @pytest.mark.parametrize("ledger", MONTHLY, indirect=True)
    def test_they_leave_an_interval_of_three_around_every_small_number(self, ledger):
        facts, chosen, seen = ledger
        tried = 0
        for quarter in (one for one in SPRING.back(16) if str(one) in seen):
            columns = [seen[str(month)] for month in quarter.within("month")]
            for area, (truth, bounds) in self.small(facts, chosen, quarter, seen[str(quarter)], columns).items():
                low, high = bounds
                assert low <= truth <= high
                assert high - low > width(chosen.few) - 1e-6, (quarter, area)
                tried += 1
        assert tried >= 3

    def small(self, facts, chosen, quarter: Period, whole, columns):
        """The small numbers of a quarter, by area and month (or `None`), with the ends that the reader is left."""
        areas = [area for area in whole if area != WHOLE]
        months = [chosen.count(facts, month) for month in quarter.within("month")]
        problem = _problem(areas, whole, columns, chosen.few)
        found = {}
        for place, area in enumerate(areas):
            truths = {month: months[month][area].part for month in range(3)} | {None: sum(m[area].part for m in months)}
            for month, truth in truths.items():
                if 0 < truth < chosen.few:
                    found[area, month] = truth, _ends(problem, place, month)
        return found


def _problem(areas, whole, columns, few):
    """Months by area as unknowns; every number shown and every "1–4" as a condition on them."""
    equal, under, size = [], [], 3 * len(areas)

    def sums(places, months) -> np.ndarray:
        row = np.zeros(size)
        for place, month in product(places, months):
            row[3 * place + month] = 1
        return row

    says_few = any(why == FEW for _value, why in whole.values())
    for place, area in [*enumerate(areas), (None, WHOLE)]:
        places = range(len(areas)) if place is None else [place]
        for months, (value, why) in [(range(3), whole[area]), *(([m], columns[m][area]) for m in range(3))]:
            if value is not None:
                equal.append((sums(places, months), value))
            elif len(months) == 3 and why == FEW:
                under += [(sums(places, months), few - 1), (-sums(places, months), -1)]
            elif len(months) == 3:
                under.append((-sums(places, months), -few if says_few else -1))
    return equal, under, size


def _ends(problem, place, month):
    equal, under, size = problem
    aim = np.zeros(size)
    aim[[3 * place + one for one in (range(3) if month is None else [month])]] = 1
    ends = []
    for sign in (1, -1):
        solved = linprog(
            sign * aim,
            A_ub=np.array([row for row, _ in under]) if under else None,
            b_ub=[value for _, value in under] or None,
            A_eq=np.array([row for row, _ in equal]),
            b_eq=[value for _, value in equal],
        )
        ends.append(float("inf") if solved.status == 3 else sign * solved.fun)
    return ends[0], ends[1]
