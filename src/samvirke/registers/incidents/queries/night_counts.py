"""Counts of what began on weekend nights, by municipality."""

from __future__ import annotations

from functools import lru_cache

from samvirke.foundation.period import Period
from samvirke.registers.incidents.queries.monthly_counts import WHOLE_DISTRICT
from samvirke.registers.incidents.queries.store import Store


@lru_cache(maxsize=128)
def night_counts(store: Store, category: str, period: Period) -> dict[int, int]:
    """Incidents counted in the period that began from 22.00 on a Friday or Saturday until 6.00 the next morning."""
    rows = store.rows(
        "SELECT coalesce(municipality, 0), count(*) FROM incidents WHERE category = ? AND day >= ? AND day < ? "
        "AND ((isodow(starts) IN (5, 6) AND hour(starts) >= 22) OR (isodow(starts) IN (6, 7) AND hour(starts) < 6)) "
        "GROUP BY 1",
        category,
        period.first,
        period.after,
    )
    found = {int(place): int(count) for place, count in rows if place}
    return {**found, WHOLE_DISTRICT: sum(int(count) for _place, count in rows)}
