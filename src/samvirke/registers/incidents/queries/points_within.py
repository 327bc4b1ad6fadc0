"""Single incidents within a box on the ground, for the one who may see them one by one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from samvirke.registers.incidents.queries.store import Store


def points_within(
    store: Store,
    categories: Iterable[str],
    first: date,
    after: date,
    bounds: tuple[float, float, float, float],
    most: int,
) -> list[tuple[float, float, date, str]]:
    """Place, day and category of at most so many, the newest first; `bounds` are west, south, east, north."""
    rows = store.rows(
        "SELECT x, y, day, category FROM incidents WHERE category IN (SELECT unnest($1)) AND day >= $2 AND day < $3 "
        "AND x BETWEEN $4 AND $6 AND y BETWEEN $5 AND $7 ORDER BY day DESC, key LIMIT $8",
        list(categories),
        first,
        after,
        *bounds,
        most,
    )
    return [(float(x), float(y), day, str(category)) for x, y, day, category in rows]
