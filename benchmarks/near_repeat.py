"""The Knox test beside its peers: the same tables first, then the time for a thousand shuffles.

How to read it: peers are given what they can do in a minute and scaled to a thousand shuffles; the row says from
how many. pointpats answers for one distance and one time only, we for a hundred combinations at once.
"""

from __future__ import annotations

import math
import sys
from functools import partial

import numpy as np
from _side_by_side import Table, growth, peer, timed

from samvirke.analysis import near_repeat
from samvirke.analysis.near_repeat import Parameters

SHUFFLES = 1024
BANDS = Parameters(tuple(np.arange(0.0, 1001.0, 100.0)), tuple(np.arange(0.0, 71.0, 7.0)), "euclidean", SHUFFLES)
FEW = {1_000: 99, 10_000: 9, 50_000: 1}


def incidents(n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """20 × 20 km and three years: 40 % anywhere, 60 % in 500 clusters, one in twenty a repeat within two weeks."""
    rng = np.random.default_rng(42)
    points = rng.uniform(0, 20_000, (500, 2))[rng.integers(0, 500, n)] + rng.normal(0, 400, (n, 2))
    anywhere = rng.random(n) < 0.4
    points[anywhere] = rng.uniform(0, 20_000, (anywhere.sum(), 2))
    day, again = rng.integers(0, 1095, n), n // 20
    source = rng.integers(0, n - again, again)
    points[n - again :] = points[source] + rng.normal(0, 50, (again, 2))
    day[n - again :] = np.minimum(day[source] + rng.integers(0, 15, again), 1094)
    points = np.round(np.clip(points, 0, 20_000), 2)
    return np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1]), day


def plain(x: np.ndarray, y: np.ndarray, day: np.ndarray, shuffles: int) -> np.ndarray:
    """Knox with scipy and numpy, as one would write it in an afternoon: list the pairs, shuffle, histogram."""
    from scipy.spatial import cKDTree

    pairs = cKDTree(np.column_stack([x, y])).query_pairs(BANDS.metres[-1], output_type="ndarray")
    apart = np.hypot(*(each[pairs[:, 0]] - each[pairs[:, 1]] for each in (x, y)))
    near = np.searchsorted(BANDS.metres, apart, "right") - 1
    rng, tables = np.random.default_rng(1), []
    for shuffle in range(shuffles + 1):
        dealt = rng.permutation(day) if shuffle else day
        soon = np.abs(dealt[pairs[:, 0]] - dealt[pairs[:, 1]]) // 7
        held = (soon < 10) & (near < 10)
        tables.append(np.bincount(near[held] * 10 + soon[held], minlength=100).reshape(10, 10))
    return np.array(tables)


def pointpats(table: Table, task: str, data: tuple[np.ndarray, ...], observed: np.ndarray) -> None:
    """One combination, with its own shuffles."""
    found = peer("pointpats")
    if found is None or len(data[0]) > 1_000:
        return
    x, y, day = data
    shuffles = FEW[len(x)]
    one = found.Knox(np.column_stack([x, y]), day.reshape(-1, 1), delta=100, tau=6, permutations=0)
    agrees = f"{int(one.statistic_)} pairs, ours {observed[0, 0]}"
    seconds, _answer = timed(
        lambda: found.Knox(np.column_stack([x, y]), day.reshape(-1, 1), delta=100, tau=6, permutations=shuffles), runs=1
    )
    table.add(task, f"pointpats, one combination ({shuffles} shuffles, scaled)", seconds * SHUFFLES / shuffles, agrees)


def shuffled(x: np.ndarray, y: np.ndarray, day: np.ndarray) -> None:
    """Fewer bands and shuffles, over an area that grows with the incidents, so that pairs grow as they do."""
    wider = math.sqrt(len(x) / 1_000)
    asked = Parameters((0.0, 100.0, 200.0, 400.0), (0.0, 7.0, 14.0), "euclidean", 99)
    near_repeat(x * wider, y * wider, day, asked, generator=np.random.default_rng(1))


if __name__ == "__main__":
    table = Table("Near repeats: 10 × 10 bands")
    largest = float(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    for n, few in FEW.items():
        if n <= largest:
            x, y, day = incidents(n)
            task = f"{n:,} incidents, {SHUFFLES} shuffles"
            near_repeat(x, y, day, BANDS, generator=np.random.default_rng(1))
            seconds, ours = timed(
                lambda data=(x, y, day): near_repeat(*data, BANDS, generator=np.random.default_rng(1))
            )
            once, tables = timed(lambda data=(x, y, day), shuffles=few: plain(*data, shuffles), runs=1)
            assert (tables[0] == ours.observed).all()
            table.add(task, "samvirke", seconds, "100 combinations")
            table.add(task, f"scipy and numpy ({few} shuffles, scaled)", once * SHUFFLES / few, "the same table")
            pointpats(table, task, (x, y, day), ours.observed)
    table.show("scipy", "pointpats")
    sizes = [each for each in (5, 50, 500, 5_000, 50_000) if each <= max(largest, 5_000)]
    growth("near repeat, shuffles", lambda n: partial(shuffled, *incidents(n)), sizes)
