"""How long something takes when some of it is not over yet: the curve of Kaplan and Meier (1958).

What still goes on is taken to last at least as long as it has lasted so far. Leaving it out would count the quick
ones only, and taking it as ended today would make everything look faster than it is.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_Z = 1.959963984540054


@dataclass(frozen=True)
class Curve:
    """The share that still goes on after each length of time at which something ended.

    `n` is how many there are, `ended` how many of them are over. `spread` is Greenwood's sum (1926) up to each length.
    """

    days: tuple[float, ...]
    going_on: tuple[float, ...]
    n: int
    ended: int
    spread: tuple[float, ...] = ()

    def by_when(self, share: float) -> float | None:
        """The first length of time after which at least this share is over; nothing when that is not known yet."""
        if not 0 < share < 1:
            raise ValueError("a share lies between 0 and 1")
        # Products of shares miss the plain number by their last bits.
        return next((day for day, left in zip(self.days, self.going_on, strict=True) if left <= 1 - share + 1e-9), None)

    def between(self, share: float) -> tuple[float, float | None]:
        """The ends of the 95 % interval of `by_when`, after Brookmeyer and Crowley (1982) on the log-log scale.

        No upper end where not enough is over to know it.
        """
        if not 0 < share < 1:
            raise ValueError("a share lies between 0 and 1")
        wanted = math.log(-math.log(1 - share))
        held = [
            day
            for day, left, spread in zip(self.days, self.going_on, self.spread, strict=True)
            if 0 < left < 1 and abs(math.log(-math.log(left)) - wanted) * -math.log(left) <= _Z * math.sqrt(spread)
        ]
        if not held:
            only = self.by_when(share)
            return (only, only) if only is not None else (self.days[-1] if self.days else 0.0, None)
        beyond = next((day for day in self.days if day > held[-1]), None)
        return held[0], beyond


def time_to_event(days: Sequence[float], ended: Sequence[bool]) -> Curve:
    """The curve of so many lengths of time, each over or still going on.

    Raises `ValueError` when the two do not belong together or a length is below zero. What ends on the same day that
    something else is last seen ends first, as is usual.
    """
    lengths, over = np.asarray(days, dtype=float), np.asarray(ended, dtype=bool)
    if lengths.shape != over.shape or lengths.ndim != 1 or (lengths < 0).any() or not np.isfinite(lengths).all():
        raise ValueError("each length of time is zero or more, and is over or not")
    at, times = np.unique(lengths[over], return_counts=True)
    at_risk = lengths.size - np.searchsorted(np.sort(lengths), at, side="left")
    going_on = np.cumprod(1 - times / at_risk)
    # Where nothing is left there is no spread to see, and the last step says nothing of it.
    left = np.where(at_risk > times, at_risk - times, np.inf)
    spread = np.cumsum(times / (at_risk * left))
    curve = (tuple(at.tolist()), tuple(going_on.tolist()))
    return Curve(*curve, n=int(lengths.size), ended=int(over.sum()), spread=tuple(spread.tolist()))
