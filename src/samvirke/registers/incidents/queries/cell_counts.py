"""Counts in square cells of the district's own coordinate system."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from samvirke.registers.incidents.queries.store import Store


def cell_counts(
    store: Store, categories: Iterable[str], first: date, after: date, metres: int, municipality: int | None = None
) -> dict[tuple[int, int], int]:
    """Incidents with a known point by cell (west and south edge in metres), for one municipality or all."""
    rows = store.rows(
        "SELECT (floor(x / $1) * $1)::INTEGER, (floor(y / $1) * $1)::INTEGER, count(*) FROM incidents "
        "WHERE category IN (SELECT unnest($2)) AND day >= $3 AND day < $4 AND x IS NOT NULL "
        "AND ($5 IS NULL OR municipality = $5) GROUP BY ALL",
        metres,
        list(categories),
        first,
        after,
        municipality,
    )
    return {(int(x), int(y)): int(count) for x, y, count in rows}
