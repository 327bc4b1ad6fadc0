"""When, where and under which code incidents happened in a municipality or within a rectangle, to be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.registers.incidents.queries.store import Store

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Placed:
    """Points in metres of the district's CRS (no number where unknown), days from 1 January 1970, and codes."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    day: NDArray[np.int64]
    offence: NDArray[Any]


def placed(
    store: Store, categories: Iterable[str], first: date, after: date, municipality: int | None, box: Box | None = None
) -> Placed:
    """Those that began within a span of days, in a fixed order; within a rectangle only those with a known point."""
    west, south, east, north = box or (None, None, None, None)
    found = store.columns(
        "SELECT x, y, datediff('day', DATE '1970-01-01', starts::DATE) AS day, offence FROM incidents "
        "WHERE category IN (SELECT unnest($1)) AND starts >= $2 AND starts < $3 "
        "AND ($4::INTEGER IS NULL OR municipality = $4::INTEGER) "
        "AND ($5::DOUBLE IS NULL OR (x >= $5 AND x <= $7 AND y >= $6 AND y <= $8)) ORDER BY starts, key",
        list(categories),
        first,
        after,
        municipality,
        west,
        south,
        east,
        north,
    )
    x, y = (np.ma.filled(np.ma.asarray(found[name], np.float64), np.nan) for name in ("x", "y"))
    return Placed(x, y, found["day"].astype(np.int64), found["offence"])


def stretches(
    store: Store, categories: Iterable[str], first: date, long: int, many: int, cell: float | None = None
) -> dict[tuple[int, int, int], NDArray[np.float64]]:
    """Counts in so many stretches of `long` days: by municipality (0: unknown), or by square cells of a municipality.

    The key is the municipality and the cell's column and row (0, 0 without cells).
    """
    column, row = ("floor(x / $5)::BIGINT", "floor(y / $5)::BIGINT") if cell else ("0", "0")
    where = "AND x IS NOT NULL" if cell else "AND $5::DOUBLE IS NULL"
    rows = store.rows(
        f"SELECT coalesce(municipality, 0), {column} AS i, {row} AS j, "
        "(datediff('day', $2::DATE, starts::DATE) // $3)::BIGINT AS stretch, count(*) FROM incidents "
        "WHERE category IN (SELECT unnest($1)) AND starts >= $2::DATE AND starts < $2::DATE + ($3 * $4)::INTEGER "
        f"{where} GROUP BY ALL ORDER BY ALL",
        list(categories),
        first,
        long,
        many,
        cell,
    )
    found: dict[tuple[int, int, int], NDArray[np.float64]] = {}
    for municipality, i, j, stretch, count in rows:
        key = (int(municipality), int(i), int(j))
        found.setdefault(key, np.zeros(many))[int(stretch)] = count
    return found
