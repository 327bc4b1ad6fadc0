"""Counts by municipality and the source's own offence code, which harm is weighed by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from samvirke.foundation.period import Period
from samvirke.registers.incidents.queries.monthly_counts import WHOLE_DISTRICT
from samvirke.registers.incidents.queries.store import Store


def offence_counts(store: Store, categories: Iterable[str], period: Period) -> dict[int, dict[str, int]]:
    """For each municipality and for the whole district (0): the count under each code."""
    return _counts(store, tuple(categories), period)


@lru_cache(maxsize=64)
def _counts(store: Store, categories: tuple[str, ...], period: Period) -> dict[int, dict[str, int]]:
    rows = store.rows(
        "SELECT coalesce(municipality, 0), offence, count(*) FROM incidents "
        "WHERE category IN (SELECT unnest(?)) AND day >= ? AND day < ? GROUP BY ALL",
        list(categories),
        period.first,
        period.after,
    )
    found: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for place, offence, count in rows:
        found[WHOLE_DISTRICT][offence] += count
        if place != WHOLE_DISTRICT:
            found[place][offence] += count
    return {place: dict(counts) for place, counts in found.items()}
