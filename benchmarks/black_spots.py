"""Black spots beside the plain way: the same flagged stretches first, then the time.

How to read it: no peer does both; the plain way is a loop over windows as a pandas user would write it in numpy.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from _side_by_side import Table, growth, timed

from samvirke.analysis import black_spots
from samvirke.analysis.black_spots import Parameters

RULE = Parameters(5, least=4, metres=500)


def accidents(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Roads of 20 km with forty accidents each on average, half of them at every fifth kilometre."""
    rng = np.random.default_rng(1)
    at = np.where(
        rng.random(n) < 0.5, rng.integers(0, 20_000, n), rng.integers(0, 4, n) * 5_000 + rng.integers(0, 300, n)
    )
    return rng.integers(0, max(n // 40, 1), n).astype(str), at.astype(float)


def plain(road: np.ndarray, at: np.ndarray) -> int:
    """How many accidents lie in a window that meets the rule."""
    held = 0
    for name in np.unique(road):
        here = np.sort(at[road == name])
        inside = np.zeros(here.size, bool)
        for i, first in enumerate(here):
            last = np.searchsorted(here, first + RULE.metres, "right")
            inside[i:last] |= last - i >= RULE.least
        held += int(inside.sum())
    return held


if __name__ == "__main__":
    table = Table("Black spots: stretches of 500 m")
    for n in (1_000, 10_000, 40_000):
        data = accidents(n)
        seconds, ours = timed(lambda d=data: black_spots(*d, parameters=RULE))
        once, theirs = timed(lambda d=data: plain(*d))
        assert sum(each.observed for each in ours.spots if each.flagged) == theirs
        table.add(f"{n:,} accidents", "samvirke", seconds, f"{ours.flagged} stretches")
        table.add(f"{n:,} accidents", "numpy, a loop over roads", once, "the same accidents")
    table.show()
    growth("stretches", lambda n: partial(black_spots, *accidents(n), parameters=RULE), [10**k for k in range(2, 7)])
