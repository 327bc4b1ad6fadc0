"""Compiles the analyses' kernels once at set-up, so that nobody waits for it: `python -m samvirke.config.kernels`."""

from __future__ import annotations

import numpy as np

from samvirke.analysis.kde import Parameters as Surface
from samvirke.analysis.kde import kde
from samvirke.analysis.local import Parameters as Neighbours
from samvirke.analysis.local import local
from samvirke.analysis.near_repeat import Parameters as Bands
from samvirke.analysis.near_repeat import near_repeat
from samvirke.analysis.siting import Parameters as Sites
from samvirke.analysis.siting import siting

_POINTS = 200


def compile_kernels() -> None:
    """Call what is compiled with the kinds of arrays that the product gives it; the results go nowhere."""
    draw = np.random.default_rng(1)
    x, y = draw.uniform(0, 2000, (2, _POINTS))
    days = draw.integers(0, 90, _POINTS).astype(float)
    near_repeat(x, y, days, parameters=Bands(shuffles=9), generator=draw)
    for kernel in ("epanechnikov", "gaussian"):
        kde(x, y, parameters=Surface(cell=100, bandwidth=400, kernel=kernel))
    for shuffles, seed in ((0, None), (9, None), (9, 1)):
        local(x, y, days, parameters=Neighbours("gi", "distance:400", 0, shuffles, 0.05, seed), generator=draw)
    for objective in ("coverage", "p-median"):
        siting(x[:40], y[:40], x, y, days, parameters=Sites(3, 300.0, objective))


if __name__ == "__main__":
    compile_kernels()
