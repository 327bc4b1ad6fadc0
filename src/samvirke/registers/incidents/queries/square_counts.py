"""Counts in small squares of the district's own coordinate system, by quarter and municipality."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from samvirke.registers.incidents.queries.store import Store


def square_counts(
    store: Store, categories: Iterable[str], first: date, after: date, metres: int
) -> list[tuple[int, int, int, int | None, int | None, int]]:
    """Year, quarter, municipality, west and south edge in metres (none where the place is not known), and number."""
    rows = store.rows(
        "SELECT year(day), quarter(day), municipality, (floor(x / $1) * $1)::INTEGER, (floor(y / $1) * $1)::INTEGER, "
        "count(*) FROM incidents WHERE category IN (SELECT unnest($2)) AND day >= $3 AND day < $4 "
        "AND municipality IS NOT NULL GROUP BY ALL ORDER BY ALL",
        metres,
        list(categories),
        first,
        after,
    )
    return [
        (int(year), int(quarter), int(code), *((None, None) if x is None or y is None else (int(x), int(y))), int(n))
        for year, quarter, code, x, y, n in rows
    ]
