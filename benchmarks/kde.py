"""Kernel density beside its peers: exact ones first, then those that bin.

How to read it: a peer that bins answers another question, how dense it is about here; its row says by how much
it is off. All peers get the same incidents, cells and bandwidth, and 20 × 20 km. Slow peers are measured on few
incidents or on few cells and then scaled up; the row says so.
"""

from __future__ import annotations

import sys
from functools import partial

import numpy as np
from _side_by_side import Table, growth, peer, timed

from samvirke.analysis import kde
from samvirke.analysis.kde import Parameters

SIZE, BANDWIDTH = 20_000.0, 300.0
PROBED = 400


def incidents(n: int) -> np.ndarray:
    """Half around 200 streets, half anywhere."""
    rng = np.random.default_rng(1)
    points = rng.uniform(0, SIZE, (200, 2))[rng.integers(0, 200, n)] + rng.normal(0, 800, (n, 2))
    anywhere = rng.random(n) < 0.5
    points[anywhere] = rng.uniform(0, SIZE, (anywhere.sum(), 2))
    return np.clip(points, 0, SIZE - 1e-3)


def centres(cells: int) -> np.ndarray:
    """The middle of each column (or row) of cells."""
    return (np.arange(cells) + 0.5) * SIZE / cells


def probe(points: np.ndarray, grid: np.ndarray, kernel: str) -> float:
    """The largest error over some cells against adding every incident, relative to the highest cell."""
    middle, rng, worst = centres(len(grid)), np.random.default_rng(2), 0.0
    for row, column in rng.integers(0, len(grid), (PROBED, 2)):
        squared = ((points - (middle[column], middle[row])) ** 2).sum(axis=1) / BANDWIDTH**2
        height = np.exp(-squared / 2) / 2 if kernel == "gaussian" else 2 * np.maximum(1 - squared, 0)
        worst = max(worst, abs(height.sum() / (np.pi * BANDWIDTH**2) - grid[row, column]))
    return worst / grid.max()


def ours(table: Table, points: np.ndarray, cells: int) -> None:
    """Our rows, each probed against the definition."""
    x, y = np.ascontiguousarray(points.T)
    for kernel in ("epanechnikov", "gaussian"):
        parameters = Parameters(SIZE / cells, BANDWIDTH, kernel, (0.0, 0.0, SIZE, SIZE))
        kde(x, y, parameters=parameters)
        seconds, found = timed(lambda asked=parameters: kde(x, y, parameters=asked))
        error = probe(points, found.grid, kernel)
        assert error < 1e-7, error
        table.add(_task(points, cells, kernel), "samvirke", seconds, f"off by at most {error:.0e} of the highest cell")


def sklearn(table: Table, points: np.ndarray, cells: int) -> None:
    """Exact with a tree: the time for some cells, scaled to all."""
    found = peer("sklearn.neighbors")
    if found is None:
        return
    middle = centres(cells)
    places = np.column_stack([each.ravel() for each in np.meshgrid(middle, middle)])
    some = places[np.random.default_rng(3).integers(0, len(places), PROBED)]
    tree = found.KernelDensity(bandwidth=BANDWIDTH, kernel="epanechnikov", rtol=0).fit(points)
    seconds, logs = timed(lambda: tree.score_samples(some), runs=1)
    x, y = np.ascontiguousarray(points.T)
    grid = kde(x, y, parameters=Parameters(SIZE / cells, BANDWIDTH, bounds=(0.0, 0.0, SIZE, SIZE))).grid
    mine = grid[(some[:, 1] // (SIZE / cells)).astype(int), (some[:, 0] // (SIZE / cells)).astype(int)]
    error = np.abs(np.exp(logs) * len(points) - mine).max() / grid.max()
    assert error < 1e-7, error
    task = _task(points, cells, "epanechnikov")
    scaled = seconds * len(places) / PROBED
    table.add(task, f"scikit-learn kd-tree, exact ({PROBED} cells, scaled)", scaled, "the same to 1e-7")


def kdepy(table: Table, points: np.ndarray, cells: int) -> None:
    """Binned, by Fourier transform; in a unit in which it does not cut its kernel short."""
    found = peer("KDEpy")
    if found is None:
        return
    unit = BANDWIDTH * 20
    for name, kernel in (("gaussian", "gaussian"), ("epa", "epanechnikov")):
        width = BANDWIDTH if kernel == "gaussian" else BANDWIDTH / np.sqrt(5)
        beyond = int(np.ceil(8 * BANDWIDTH / (SIZE / cells)))
        middle = (np.arange(-beyond, cells + beyond) + 0.5) * SIZE / cells
        grid = np.column_stack([each.ravel() for each in np.meshgrid(middle, middle, indexing="ij")]) / unit
        fitted = found.FFTKDE(kernel=name, bw=width / unit).fit(points / unit)
        seconds, values = timed(lambda kde=fitted, g=grid: kde.evaluate(g))
        surface = values.reshape(len(middle), -1).T[beyond:-beyond, beyond:-beyond] * len(points) / unit**2
        off = f"off by {probe(points, surface, kernel):.0e}"
        table.add(_task(points, cells, kernel), "KDEpy FFT, binned", seconds, off)


def _task(points: np.ndarray, cells: int, kernel: str) -> str:
    return f"{kernel}, {len(points):,} incidents, {cells} × {cells} cells"


if __name__ == "__main__":
    table = Table("Kernel density")
    largest = float(sys.argv[1]) if len(sys.argv) > 1 else 1e6
    for n, cells in ((100_000, 500), (1_000_000, 500), (10_000_000, 1000)):
        if n <= largest:
            points = incidents(n)
            ours(table, points, cells)
            sklearn(table, points, cells)
            kdepy(table, points, cells)
    table.show("scikit-learn", "KDEpy")
    sizes = [n for n in (100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000) if n <= largest]
    for kernel in ("epanechnikov", "gaussian"):
        asked = Parameters(SIZE / 500, BANDWIDTH, kernel, (0.0, 0.0, SIZE, SIZE))
        growth(
            f"{kernel}, 500 × 500", lambda n, asked=asked: partial(kde, *incidents(n).T.copy(), parameters=asked), sizes
        )
