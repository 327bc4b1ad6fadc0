"""The Knox test done the slow way, and incidents that have nothing to do with each other."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

INF = float("inf")


def chance(seed=1):
    return np.random.default_rng(seed)


def slow_table(x, y, when, parameters):
    """Every pair, measured."""
    first, second = np.triu_indices(len(x), 1)
    dx, dy = np.abs(x[first] - x[second]), np.abs(y[first] - y[second])
    apart = dx + dy if parameters.metric == "manhattan" else np.sqrt(dx**2 + dy**2)
    gap = np.abs(when[first] - when[second])
    bands = [
        [np.count_nonzero((apart >= a) & (apart < b) & (gap >= c) & (gap < d)) for c, d in pairwise(parameters.days)]
        for a, b in pairwise(parameters.metres)
    ]
    return np.array(bands)


def scene(n=400, seed=2, size=3_000.0):
    """Incidents that have nothing to do with each other."""
    rng = np.random.default_rng(seed)
    return rng.uniform(0, size, n), rng.uniform(0, size, n), rng.integers(0, 365, n)
