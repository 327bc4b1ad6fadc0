"""When and where reported incidents happened, as far as a window of time is known, in a box of the map."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.registers.incidents.categories import categories as all_categories
from samvirke.registers.incidents.queries.store import Store


@dataclass(frozen=True)
class Windows:
    """Points in metres of the district's CRS, and between which instants of the wall clock each happened."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    starts: NDArray[Any]
    ends: NDArray[Any]


def reported_windows(
    store: Store, categories: Iterable[str], first: date, after: date, box: tuple[float, float, float, float]
) -> Windows:
    """Incidents with a known point in the box that began within a span of days.

    Only what somebody reports: categories of what the police find themselves are left out, whoever asks for them.
    """
    known = all_categories()
    reported = [code for code in categories if code in known and not known[code].found]
    west, south, east, north = box
    found = store.columns(
        "SELECT x, y, starts, ends FROM incidents WHERE category IN (SELECT unnest($1)) AND starts >= $2 "
        "AND starts < $3 AND x BETWEEN $4 AND $5 AND y BETWEEN $6 AND $7 ORDER BY starts, key",
        reported, first, after, west, east, south, north,
    )  # fmt: skip
    ends = np.ma.filled(np.ma.asarray(found["ends"]), np.datetime64("NaT"))
    return Windows(found["x"].astype(np.float64), found["y"].astype(np.float64), found["starts"], ends)
