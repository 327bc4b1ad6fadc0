"""Local statistics beside esda and pygeoda: the same numbers first, then the time.

How to read it: the peers are given their neighbours ready-made (finding them costs libpysal a second at 100,000
cells); ours finds them each time. pygeoda is asked for its fast way, the look-up table. No peer has exact chances.
esda's p are compared with ours from the same draws, pygeoda's with the exact ones.
"""

from __future__ import annotations

import sys
import warnings
from functools import partial
from typing import Any

import numpy as np
from _side_by_side import Table, growth, peer, timed

from samvirke.analysis import local
from samvirke.analysis.local import Parameters

SHUFFLES = 999
SIDES = (100, 316)


def cells(side: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A grid with three incidents in a cell on average, and a hot spot in the middle."""
    y, x = np.mgrid[0:side, 0:side] * 250.0
    rate = np.where((np.abs(x - x.mean()) < 600) & (np.abs(y - y.mean()) < 600), 9, 3)
    return x.ravel(), y.ravel(), np.random.default_rng(1).poisson(rate).ravel()


def ours(side: int, statistic: str, shuffles: int) -> Any:
    """The analysis, with shuffles of our own or none."""
    return local(*cells(side), Parameters(statistic, shuffles=shuffles), generator=np.random.default_rng(1))


def esda(table: Table, task: str, statistic: str, side: int) -> None:
    """esda, and its p against ours from the same draws."""
    found, libpysal = peer("esda"), peer("libpysal")
    if found is None or libpysal is None:
        return
    weights, count = libpysal.weights.lat2W(side, side, rook=False), cells(side)[2].astype(float)
    more = {"permutations": SHUFFLES, "seed": 1, "n_jobs": 1, "keep_simulations": False}
    calls = {
        "gi-star": lambda: found.G_Local(count, weights, "B", star=True, **more),
        "moran": lambda: found.Moran_Local(count, weights, **more),
    }
    calls[statistic]()
    seconds, theirs = timed(calls[statistic])
    same = local(*cells(side), Parameters(statistic, shuffles=SHUFFLES, esda_seed=1))
    np.testing.assert_allclose(same.value, theirs.Gs if statistic == "gi-star" else theirs.Is, rtol=1e-9, atol=1e-12)
    off = np.abs(same.p - theirs.p_sim)
    assert statistic != "gi-star" or (off[same.p_upper <= 0.5] < 1e-6).mean() > 0.9
    table.add(task, "esda", seconds, f"statistic the same; p the same for {(off < 1e-6).mean():.0%}, the rest are ties")


def pygeoda(table: Table, task: str, statistic: str, side: int) -> None:
    """pygeoda's look-up table on two threads; its p come from draws of its own."""
    found, geopandas, shapely = peer("pygeoda"), peer("geopandas"), peer("shapely")
    if found is None or geopandas is None or shapely is None:
        return
    x, y, count = cells(side)
    frame = geopandas.GeoDataFrame({"n": count}, geometry=shapely.box(x - 125, y - 125, x + 125, y + 125))
    weights, data = found.queen_weights(found.open(frame)), [float(each) for each in count]
    call = found.local_gstar if statistic == "gi-star" else found.local_moran
    more = {"permutations": SHUFFLES, "permutation_method": "lookup-table", "seed": 1, "cpu_threads": 2}
    seconds, theirs = timed(lambda: call(weights, data, **more))
    exact = ours(side, statistic, 0)
    off = np.abs(np.array(theirs.lisa_pvalues()) - exact.p)[np.abs(exact.z) > 1].max()
    table.add(task, "pygeoda, look-up table", seconds, f"p off the exact ones by up to {off:.2f} where |z| > 1")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    table = Table("Local statistics on a grid, queen neighbours")
    for side in [each for each in SIDES if len(sys.argv) < 2 or each <= int(sys.argv[1])]:
        for statistic in ("gi-star", "moran"):
            task = f"{statistic}, {side**2:,} cells, {SHUFFLES} shuffles"
            ours(side, statistic, SHUFFLES)
            table.add(task, "samvirke", timed(lambda s=side, w=statistic: ours(s, w, SHUFFLES))[0], "")
            ours(side, statistic, 0)
            seconds, _exact = timed(lambda s=side, w=statistic: ours(s, w, 0))
            table.add(task, "samvirke, exact chances instead", seconds, "")
            esda(table, task, statistic, side)
            pygeoda(table, task, statistic, side)
    table.show("esda", "libpysal", "pygeoda")
    sides = (10, 32, 100, 316, 1000)
    growth("Gi*, 999 shuffles", lambda n: partial(ours, round(n**0.5), "gi-star", SHUFFLES), [s * s for s in sides])
    growth("Gi*, exact chances", lambda n: partial(ours, round(n**0.5), "gi-star", 0), [s * s for s in sides])
