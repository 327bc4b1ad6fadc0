"""Dwellings that were hit, and those among them that were hit again, within a span of days."""

from __future__ import annotations

from datetime import date

from samvirke.registers.incidents.queries.monthly_counts import WHOLE_DISTRICT
from samvirke.registers.incidents.queries.store import Store


def dwelling_repeats(store: Store, category: str, first: date, after: date) -> dict[int, tuple[int, int]]:
    """By municipality, and for the whole district (0): dwellings hit twice or more, and dwellings hit at all.

    Empty when the sources carry no addresses.
    """
    rows = store.rows(
        "SELECT coalesce(municipality, 0), count(*) FILTER (n > 1), count(*) FROM ("
        "SELECT municipality, dwelling, count(*) AS n FROM incidents WHERE category = ? AND dwelling IS NOT NULL "
        "AND day >= ? AND day < ? GROUP BY ALL) GROUP BY 1",
        category,
        first,
        after,
    )
    found = {int(place): (int(again), int(hit)) for place, again, hit in rows if place}
    if found:
        found[WHOLE_DISTRICT] = (sum(row[1] for row in rows), sum(row[2] for row in rows))
    return found
