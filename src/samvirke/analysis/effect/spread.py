"""How much more than by chance alone two areas' counts vary, so that an interval is as wide as it should be."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from samvirke.analysis.effect.difference import t_reach
from samvirke.analysis.kit.checks import Numbers


def spread_of(pairs: Iterable[tuple[Numbers, Numbers]]) -> tuple[float, int]:
    """Pearson's dispersion of one area's share of both, and its degrees of freedom.

    Each pair holds the counts of the treated and of the other area in stretches of time in which the share should have
    stayed the same: one pair before, one after. Seasons that both have fall out.
    """
    total, free = 0.0, 0
    for one, other in pairs:
        both = one + other
        seen = both > 0
        share = one.sum() / both.sum() if seen.any() else 0.0
        if not 0 < share < 1:
            continue
        expected, chance = both[seen] * share, both[seen] * share * (1 - share)
        total += float(((one[seen] - expected) ** 2 / chance).sum())
        free += int(seen.sum()) - 1
    return (total / free, free) if free > 0 else (1.0, 0)


def widened(spread: float, free: int, level: float) -> float:
    """The dispersion to reckon with: never below 1, and more where few stretches stand behind it.

    It makes a normal interval as wide as that of Student's t. In our simulations intervals by Poisson's law alone hold
    the truth in 77–90 % where counts vary 1.5 to 2.5 times as much; with this they do in 94–97 %.
    """
    if spread <= 1 or free < 1:
        return 1.0
    return spread * (t_reach(free, level) / t_reach(10**9, level)) ** 2


def blocks(days: Numbers, first: float, long: float, many: int) -> Numbers:
    """How many of these days lie in each of so many stretches of `long` days from `first` on."""
    at = np.floor((days - first) / long).astype(np.int64)
    inside = at[(at >= 0) & (at < many)]
    return np.bincount(inside, minlength=many).astype(np.float64)
