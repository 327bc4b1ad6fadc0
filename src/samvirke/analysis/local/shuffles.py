"""Compares what lies around each place with what shuffled counts put there."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.local.kernels import by_place, draws_as_esda, met
from samvirke.analysis.local.neighbours import Around, Whole
from samvirke.foundation.words import _

# 0.4 GB of draws, and as much again to find them by place.
_MOST_DRAWS = 50_000_000
Draws = NDArray[np.int32]


def shuffled(
    count: Whole, found: Around, shuffles: int, esda_seed: int | None, generator: np.random.Generator | None
) -> tuple[Whole, Whole]:
    """For each place, in how many shuffles its neighbours have at least, and at most, what they have."""
    most = int(found.neighbours.max())
    _check(count.size, most, shuffles)
    if esda_seed is not None:
        table = draws_as_esda(count.size, most, shuffles, esda_seed)
    elif generator is None:
        raise TypeError("shuffles need a generator")
    else:
        table = _drawn(count.size - 1, most, shuffles, generator)
    kinds = np.unique(found.neighbours[found.neighbours > 0])
    kind = np.where(found.neighbours > 0, np.searchsorted(kinds, found.neighbours), -1)
    narrow = int(count.max()) * (most + 1) < np.iinfo(np.int32).max
    sums = np.empty(0, np.int32 if narrow else np.int64)
    starts, positions = by_place(table, count.size)
    least, greatest = met(count.astype(sums.dtype), kind, kinds, found.total, table, starts, positions, sums)
    return least, greatest


def _check(places: int, most: int, shuffles: int) -> None:
    refuse_unless(
        shuffles * most <= _MOST_DRAWS,
        _("{shuffles} shuffles of {most} neighbours are more than can be held."),
        _("Give fewer shuffles or a smaller distance; without --shuffles the chances are exact."),
        key="shuffles",
        shuffles=f"{shuffles:,}",
        most=most,
    )
    ways = math.lgamma(places) - math.lgamma(most + 1) - math.lgamma(places - most)
    refuse_unless(
        ways > math.log(shuffles),
        _("The neighbours of one of {places} places can be drawn in fewer ways than {shuffles}."),
        _("Give fewer shuffles; without --shuffles the chances are exact."),
        key="shuffles",
        places=places,
        shuffles=shuffles,
    )


def _drawn(others: int, most: int, shuffles: int, generator: np.random.Generator) -> Draws:
    """Rows of `most` different numbers below `others`, in an order drawn as well: their beginnings are draws too."""
    if 2 * most > others:
        everyone = np.broadcast_to(np.arange(others, dtype=np.int32), (shuffles, others))
        return np.ascontiguousarray(generator.permuted(everyone, axis=1)[:, :most])
    table = np.empty((shuffles, most), np.int32)
    for column in range(most):
        again = np.arange(shuffles)
        while again.size:
            table[again, column] = generator.integers(0, others, again.size)
            seen = (table[again, :column] == table[again, column, None]).any(axis=1)
            again = again[seen]
    return table
