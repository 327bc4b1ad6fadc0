"""Accuracy beside the plain way: the same scores first, then the time to find a year of incidents in cells.

How to read it: no peer in Python does all of it; the plain way is numpy, with a histogram for the cells.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from _side_by_side import Table, growth, timed

from samvirke.analysis import accuracy
from samvirke.analysis.accuracy import Parameters

SIDE, CELL = 200, 100.0
ASKED = Parameters(share=0.05)


def data(n: int) -> dict[str, np.ndarray]:
    """A map of 40,000 cells and n later incidents."""
    rng = np.random.default_rng(1)
    y, x = (each.ravel() * CELL for each in np.mgrid[0:SIDE, 0:SIDE])
    points = np.clip(rng.normal(SIDE * CELL / 2, 3_000, (2, n)), 0, SIDE * CELL - CELL)
    score = -np.hypot(x - x.mean(), y - y.mean()) + 1e5 + rng.normal(0, 1_000, x.size)
    return {"score": score, "cell_x": x, "cell_y": y, "test_x": points[0], "test_y": points[1]}


def plain(given: dict[str, np.ndarray]) -> tuple[float, float]:
    """Hits and PAI."""
    edges = np.arange(SIDE + 1) * CELL - CELL / 2
    count = np.histogram2d(given["test_y"], given["test_x"], [edges, edges])[0].ravel()
    hot = np.argsort(-given["score"], kind="stable")[: int(0.05 * SIDE**2)]
    hits = count[hot].sum()
    return hits, hits / count.sum() / 0.05


def ours(n: int) -> Any:
    """The analysis, ready to be timed."""
    return partial(accuracy, **data(n), parameters=ASKED)


if __name__ == "__main__":
    table = Table(f"Accuracy of a map of {SIDE**2:,} cells")
    for n in (10_000, 1_000_000):
        seconds, found = timed(ours(n))
        once, (hits, pai) = timed(partial(plain, data(n)))
        assert found.hits == hits
        assert abs(found.pai - pai) < 1e-9
        table.add(f"{n:,} incidents", "samvirke", seconds, "seven scores")
        table.add(f"{n:,} incidents", "numpy, hits and PAI only", once, "the same")
    table.show()
    growth("seven scores", ours, [10**k for k in range(2, 7)])
