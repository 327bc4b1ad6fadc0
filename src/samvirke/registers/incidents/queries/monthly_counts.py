"""Counts by municipality, month and category: the cube that every overview and pack is made from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from samvirke.foundation.period import Period
from samvirke.registers.incidents.queries.store import Store

WHOLE_DISTRICT = 0


@dataclass(frozen=True)
class Cube:
    """`counts` is municipality × month × category. Row 0 is the whole district, with incidents of no known place."""

    municipalities: tuple[int, ...]
    first_month: int
    categories: tuple[str, ...]
    counts: NDArray[np.int64]

    def count(self, categories: Iterable[str], period: Period) -> dict[int, int]:
        """The counts of some categories together in a period, by municipality code and for the whole district (0)."""
        first = period.first.year * 12 + period.first.month - 1 - self.first_month
        months = slice(max(first, 0), max(first + len(period.within("month")), 0))
        wanted = [self.categories.index(category) for category in categories if category in self.categories]
        sums = self.counts[:, months, :][:, :, wanted].sum(axis=(1, 2))
        return {code: int(total) for code, total in zip(self.municipalities, sums, strict=True)}


def monthly_counts(store: Store, codes: Iterable[int]) -> Cube:
    """The cube of a store for these municipalities. Kept for as long as the process reads the same versions."""
    return _cube(store, tuple(codes))


@lru_cache(maxsize=8)
def _cube(store: Store, codes: tuple[int, ...]) -> Cube:
    # Grouped by bare columns: of those the range is known, and counting needs no hashing.
    found = store.columns(
        "SELECT coalesce(municipality, 0) AS place, (of_year * 12 + of_month - 1)::INTEGER AS at, category, n FROM "
        "(SELECT municipality, year(day) AS of_year, month(day) AS of_month, category, count(*) AS n "
        "FROM incidents GROUP BY ALL)"
    )
    places, months = found["place"].astype(np.int64), found["at"].astype(np.int64)
    categories, which = np.unique(found["category"].astype(str), return_inverse=True)
    first = int(months.min())
    rows = (WHOLE_DISTRICT, *codes)
    counts = np.zeros((len(rows), int(months.max()) - first + 1, len(categories)), dtype=np.int64)
    position = {code: row for row, code in enumerate(rows)}
    row_of = np.array([position.get(int(place), WHOLE_DISTRICT) for place in places])
    np.add.at(counts, (row_of[row_of > 0], months[row_of > 0] - first, which[row_of > 0]), found["n"][row_of > 0])
    np.add.at(counts[0], (months - first, which), found["n"])
    return Cube(rows, first, tuple(str(category) for category in categories), counts)
