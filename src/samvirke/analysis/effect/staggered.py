"""Areas that began one after another: each beside those that had not begun, with the same seasons for all."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.effect.difference import t_reach
from samvirke.analysis.effect.spread import widened
from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _

_ROUNDS, _CLOSE = 100, 1e-9


@dataclass(frozen=True)
class Staggered:
    """The ratio of what was counted to what was to be expected, in the stretches after each area began."""

    ratio: float
    interval: tuple[float, float]
    areas: int
    blocks: int
    before: int
    after: int
    dispersion: float


def staggered(count: Numbers, begun: NDArray[np.bool_], level: float = 0.95) -> Staggered:
    """A row an area, a column a stretch of time; `begun` says where it was under way.

    A Poisson regression with a level for each area and each stretch, one effect for all, and the spread estimated.
    It takes for granted that the effect is alike in all areas and does not grow or fade.
    Raises `Refused` where no area had not begun while others had, or where there is nothing to count.
    """
    kept = count[:, count.sum(axis=0) > 0]
    started = begun[:, count.sum(axis=0) > 0]
    sides = started.any(axis=1) & ~started.all(axis=1)
    beside = (started.any(axis=0) & ~started.all(axis=0)).sum()
    refuse_unless(
        bool(sides.any() and beside >= 2 and (kept.sum(axis=1) > 0).all()),
        _("The areas cannot be told apart: none had not begun while others had, or one has no incident."),
        _("Take in an area that began later or never, and longer periods."),
        key="treated",
    )
    beta, error, spread, free = _fit(kept, started)
    reach = t_reach(10**9, level) * error * math.sqrt(widened(spread, free, level))
    return Staggered(
        math.exp(beta),
        (math.exp(beta - reach), math.exp(beta + reach)),
        len(kept),
        kept.shape[1],
        int(kept[~started].sum()),
        int(kept[started].sum()),
        max(spread, 1.0),
    )


def _fit(count: Numbers, begun: NDArray[np.bool_]) -> tuple[float, float, float, int]:
    """The coefficient of having begun, its error for a spread of 1, Pearson's spread and its degrees of freedom."""
    areas, blocks = count.shape
    area, block = (grid.ravel() for grid in np.indices(count.shape))
    design = np.zeros((count.size, 1 + areas + blocks - 1))
    design[:, 0] = begun.ravel()
    design[np.arange(count.size), 1 + area] = 1
    later = block > 0
    design[np.flatnonzero(later), areas + block[later]] = 1
    seen = count.ravel()
    mean = seen + 0.5
    beta = np.linalg.lstsq(design * np.sqrt(mean)[:, None], np.log(mean) * np.sqrt(mean), rcond=None)[0]
    for _round in range(_ROUNDS):
        mean = np.exp(np.clip(design @ beta, -30, 30))
        step = np.linalg.lstsq(design.T @ (mean[:, None] * design), design.T @ (seen - mean), rcond=None)[0]
        beta = beta + step
        if np.abs(step).max() < _CLOSE:
            break
    mean = np.maximum(np.exp(np.clip(design @ beta, -30, 30)), 1e-12)
    cover = np.linalg.pinv(design.T @ (mean[:, None] * design))
    free = max(count.size - design.shape[1], 1)
    return float(beta[0]), math.sqrt(cover[0, 0]), float(((seen - mean) ** 2 / mean).sum()) / free, free
