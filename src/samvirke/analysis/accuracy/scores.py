"""The scores of a hot-spot map, each by its published definition, and their intervals."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Numbers

Ends = tuple[float, float]
_SQUARE_KILOMETRE = 1e6


@dataclass(frozen=True)
class Map:
    """What was predicted and what came: for each cell whether it is hot, its area, its later and earlier counts.

    `unit` is how many units of area make a square kilometre; nan where areas are not square metres.
    """

    hot: NDArray[np.bool_]
    area: Numbers
    count: Numbers
    earlier: Numbers | None
    unit: float = _SQUARE_KILOMETRE

    def scores(self) -> dict[str, float]:
        """Hits, hit rate, PAI, PEI, PEI*, RRI and SER."""
        hits, every = float(self.count[self.hot].sum()), float(self.count.sum())
        share = float(self.area[self.hot].sum() / self.area.sum())
        best, best_share, most = self._best(self.count)
        pai = hits / every / share
        return {
            "hits": hits,
            "hit_rate": hits / every,
            "PAI": pai,
            "PEI": pai / (best / every / best_share),
            "PEI*": hits / most,
            "RRI": self._recaptured(),
            "SER": hits / float(self.area[self.hot].sum() / self.unit),
        }

    def intervals(self, level: float) -> dict[str, Ends]:
        """Clopper and Pearson's for the hits, scaled for all that is so many times the hits; Katz's for RRI.

        PEI and PEI* take the best with hindsight as it was found, since it fits the chance of that very period.
        """
        every, share = float(self.count.sum()), float(self.area[self.hot].sum() / self.area.sum())
        best, best_share, most = self._best(self.count)
        low, high = _binomial(float(self.count[self.hot].sum()), every, level)
        scales = {
            "hits": every,
            "hit_rate": 1.0,
            "PAI": 1 / share,
            "PEI": 1 / share / (best / every / best_share),
            "PEI*": every / most,
            "SER": every / float(self.area[self.hot].sum() / self.unit),
        }
        ends = {name: (low * scale, high * scale) for name, scale in scales.items()}
        ends |= {name: (ends[name][0], min(ends[name][1], 1.0)) for name in ("PEI", "PEI*")}
        return ends | {"RRI": self._recapture_interval(level)}

    def _best(self, count: Numbers) -> tuple[float, float, float]:
        """Of the densest cells that fit into the hot area: what they hold and their share of the area; and the most
        that so much area can hold, the last cell in part.
        """
        room, order = float(self.area[self.hot].sum()), np.argsort(-count / self.area, kind="stable")
        upto, held = np.cumsum(self.area[order]), np.cumsum(count[order])
        fits = max(int(np.searchsorted(upto, room * (1 + 1e-9), "right")), 1)
        most = float(np.interp(room, np.append(0, upto), np.append(0, held)))
        return float(held[fits - 1]), float(upto[fits - 1] / self.area.sum()), most

    def _recaptured(self) -> float:
        """Levine's: how the hot cells changed, against how everything did."""
        if self.earlier is None or not self.earlier[self.hot].sum():
            return math.nan
        before = self.earlier[self.hot].sum() / self.earlier.sum()
        return float(self.count[self.hot].sum() / self.count.sum() / before)

    def _recapture_interval(self, level: float) -> Ends:
        found = self._recaptured()
        if self.earlier is None or not found > 0:
            return (math.nan, math.nan)
        from scipy.special import ndtri  # late: scipy.special costs 0.1 s at start-up

        parts = (self.count[self.hot].sum(), self.earlier[self.hot].sum())
        wholes = (self.count.sum(), self.earlier.sum())
        spread = math.sqrt(max(sum(1 / each for each in parts) - sum(1 / each for each in wholes), 0))
        off = math.exp(float(ndtri((1 + level) / 2)) * spread)
        return (found / off, found * off)


def _binomial(hits: float, every: float, level: float) -> Ends:
    from scipy.special import betaincinv  # late for the same reason as above

    tail = (1 - level) / 2
    low = float(betaincinv(hits, every - hits + 1, tail)) if hits else 0.0
    return low, float(betaincinv(hits + 1, every - hits, 1 - tail)) if hits < every else 1.0


def sign_test(only_ours: float, only_theirs: float) -> float:
    """Two-sided exact p that both catch alike what only one of them catches (McNemar)."""
    from scipy.special import bdtr  # late for the same reason as above

    several = only_ours + only_theirs
    return min(1.0, 2 * float(bdtr(min(only_ours, only_theirs), int(several), 0.5))) if several else 1.0
