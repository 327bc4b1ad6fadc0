"""The squares of every quarter that the figures run through and that are not locked yet, as they are counted now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import Max

from samvirke.foundation.clock import now
from samvirke.foundation.period import Period, period_of
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Indicator
from samvirke.insight.suppression.cells import Cell
from samvirke.insight.suppression.release import COUNCIL, release
from samvirke.insight.tiles.ground import SMALLEST
from samvirke.insight.tiles.models import Locked
from samvirke.registers.incidents.queries.square_counts import square_counts


def fresh(facts: Facts, indicator: Indicator) -> list[Locked]:
    """Rows that are still to be locked; none when there is nothing new."""
    quarters = _missing(facts, indicator)
    if not quarters:
        return []
    counted = square_counts(facts.store, indicator.categories, quarters[0].first, quarters[-1].after, SMALLEST)
    batches, moment = _last_batches(facts, indicator), now()
    cells = municipalities(facts, indicator, quarters)
    counts: dict[Period, list[tuple[int, int | None, int | None, int]]] = defaultdict(list)
    for year, number, code, x, y, count in counted:
        counts[Period(year, number, "quarter")].append((code, x, y, count))
    return [
        Locked(
            district=facts.district, group=indicator.name, year=quarter.year, quarter=quarter.number,
            batch=batches.get(quarter.year, 0) + 1, few=indicator.few, metres=SMALLEST, counts=counts[quarter],
            shown=sorted(code for code, cell in cells[quarter].items() if cell.shown),
            made_from=[list(part) for part in facts.store.stamp], frozen_on=facts.store.frozen_on, locked_at=moment,
        )
        for quarter in quarters
    ]  # fmt: skip


def municipalities(facts: Facts, indicator: Indicator, quarters: Sequence[Period]) -> dict[Period, dict[int, Cell]]:
    """The municipalities, from the door and under the name by which the figures of the same indicator leave."""
    counted = {quarter: indicator.count(facts, quarter) for quarter in quarters}
    parts = {quarter: {area: one.part for area, one in column.items()} for quarter, column in counted.items()}
    return release(COUNCIL, f"{facts.district.pk} {indicator.name}", parts, indicator.few)


def _missing(facts: Facts, indicator: Indicator) -> Sequence[Period]:
    if facts.store.is_empty:
        return []
    rows = Locked.objects.filter(district=facts.district, group=indicator.name)
    # Quarters come in their order: one from before those that were shown is not shown any more.
    newest = max(rows.values_list("year", "quarter"), default=(0, 0))
    quarter, last = period_of(facts.store.first_day, "quarter"), period_of(facts.store.last_day, "quarter")
    steps = (last.year - quarter.year) * 4 + last.number - quarter.number
    known = [one for one in last.back(steps + 1) if facts.store.covers(one)]
    return [one for one in known if (one.year, one.number) > newest]


def _last_batches(facts: Facts, indicator: Indicator) -> dict[int, int]:
    rows = Locked.objects.filter(district=facts.district, group=indicator.name)
    return dict(rows.order_by("year").values_list("year").annotate(last=Max("batch")))
