"""Bands of distance and time: which pairs have to be looked at, and how the rest follows by subtraction.

Dealing out the days again changes neither how many pairs are near nor how many are soon. So the pairs beyond
the last edge need never be listed: they are all pairs less the near ones.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _

METRICS = MANHATTAN, EUCLIDEAN = ("manhattan", "euclidean")
Counts = NDArray[np.int64]


def check_edges(edges: tuple[float, ...], name: str) -> None:
    """Refuse edges that make no bands."""
    rising = all(low < high for low, high in pairwise(edges))
    refuse_unless(
        len(edges) > 1 and edges[0] >= 0 and rising and not math.isinf(edges[-2]),
        _("These edges make no bands."),
        _("Give at least two numbers from 0, each larger than the one before, such as 0,100,200,inf."),
        key=name,
    )


@dataclass(frozen=True)
class Bands:
    """The bands of a table, each from its first edge to before the next."""

    metres: tuple[float, ...]
    days: tuple[float, ...]

    @property
    def near_metres(self) -> Numbers:
        """Edges of the bands whose pairs are listed: all finite edges, and 0 when the rest is wanted."""
        finite = [edge for edge in self.metres if edge < math.inf]
        return np.array([0.0] * self._unseen + finite)

    @property
    def limits(self) -> Counts:
        """The days below which differences are counted."""
        return np.array([edge for edge in self.days if 0 < edge < math.inf], np.int64)

    def table(self, below: Counts, near: Counts, soon: Counts, pairs: int) -> Counts:
        """Pairs by distance and time.

        `below[..., band, limit]` are the listed pairs under each limit, `near[band]` all listed pairs,
        `soon[limit]` all pairs under each limit.
        """
        listed = self._by_time(below, near)
        if not self._rest:
            return listed
        rest = self.by_time(soon, pairs) - listed.sum(axis=-2)
        return np.concatenate([listed[..., self._unseen :, :], rest[..., None, :]], axis=-2)

    def by_time(self, soon: Counts, pairs: int) -> Counts:
        """All pairs by time."""
        return self._by_time(soon, np.array(pairs))

    def by_distance(self, near: Counts, pairs: int) -> Counts:
        """All pairs by distance."""
        return np.append(near, [pairs - near.sum()] * self._rest)[self._unseen :]

    @property
    def _rest(self) -> bool:
        return math.isinf(self.metres[-1])

    @property
    def _unseen(self) -> int:
        """1 when pairs nearer than the first edge are listed only to be taken off the rest."""
        return int(self._rest and self.metres[0] > 0)

    def _by_time(self, below: Counts, everything: Counts) -> Counts:
        known = {0.0: np.zeros_like(everything), math.inf: everything}
        known |= {float(limit): below[..., at] for at, limit in enumerate(self.limits)}
        shape = below.shape[:-1]
        return np.diff(np.stack([np.broadcast_to(known[float(edge)], shape) for edge in self.days], axis=-1), axis=-1)
