"""Where and on which day incidents happened, for analyses of points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from samvirke.registers.incidents.queries.store import Store


@dataclass(frozen=True)
class Located:
    """Points in metres of the district's CRS, and days counted from 1 January 1970, in a fixed order."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    day: NDArray[np.int64]


def located(
    store: Store, categories: Iterable[str], first: date, after: date, municipality: int | None = None
) -> Located:
    """Incidents with a known point whose time began within a span of days.

    The day is that on which the incident began, not that on which it was reported: repeats follow the deed.
    """
    found = store.columns(
        "SELECT x, y, datediff('day', DATE '1970-01-01', starts::DATE) AS day FROM incidents "
        "WHERE category IN (SELECT unnest($1)) AND starts >= $2 AND starts < $3 AND x IS NOT NULL "
        "AND ($4 IS NULL OR municipality = $4) ORDER BY starts, key",
        list(categories),
        first,
        after,
        municipality,
    )
    return Located(found["x"].astype(np.float64), found["y"].astype(np.float64), found["day"].astype(np.int64))
