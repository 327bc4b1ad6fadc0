"""Compiles the analyses' kernels once at set-up, so that nobody waits for it: `python -m samvirke.config.kernels`."""

from __future__ import annotations

import numpy as np

from samvirke.analysis.aoristic import aoristic
from samvirke.analysis.kde import Parameters as Surface
from samvirke.analysis.kde import kde
from samvirke.analysis.local import Parameters as Neighbours
from samvirke.analysis.local import local
from samvirke.analysis.near_repeat import Parameters as Bands
from samvirke.analysis.near_repeat import near_repeat
from samvirke.analysis.scan import Parameters as Circles
from samvirke.analysis.scan import scan
from samvirke.analysis.series import series
from samvirke.analysis.siting import Parameters as Sites
from samvirke.analysis.siting import siting
from samvirke.analysis.surveil import Parameters as Weeks
from samvirke.analysis.surveil import surveil

_POINTS = 200


def compile_kernels() -> None:
    """Call what is compiled with the kinds of arrays that the product gives it; the results go nowhere."""
    draw = np.random.default_rng(1)
    x, y = draw.uniform(0, 2000, (2, _POINTS))
    days = draw.integers(0, 90, _POINTS).astype(float)
    near_repeat(x, y, days, parameters=Bands(shuffles=9), generator=draw)
    for model, when in (("permutation", "retrospective"), ("permutation", "prospective"), ("poisson", "spatial")):
        asked = Circles(model, when, max_days=9, shuffles=70)
        scan(x, y, days, np.ones(_POINTS), population=np.ones(_POINTS), parameters=asked, generator=draw)
    for kernel in ("epanechnikov", "gaussian"):
        kde(x, y, parameters=Surface(cell=100, bandwidth=400, kernel=kernel))
    for shuffles, seed in ((0, None), (9, None), (9, 1)):
        local(x, y, days, parameters=Neighbours("gi", "distance:400", 0, shuffles, 0.05, seed), generator=draw)
    hours = np.datetime64("2024-01-01T00:00") + days.astype(np.int64).astype("timedelta64[D]")
    aoristic(hours, hours + np.timedelta64(90, "m"))
    solved = np.where(np.arange(_POINTS) < 40, np.arange(_POINTS) // 4, -1)
    series(x, y, hours, hours, series=[f"{one}" if one >= 0 else "" for one in solved])
    for method in ("farrington-flexible", "farrington", "ears-c1"):
        surveil(draw.poisson(9, 420), parameters=Weeks(method))
    for objective in ("coverage", "p-median"):
        siting(x[:40], y[:40], x, y, days, parameters=Sites(3, 300.0, objective))


if __name__ == "__main__":
    compile_kernels()
