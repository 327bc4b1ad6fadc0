"""Comparing offences in pairs beside the plain way: the same evidence first, then pairs in a second.

How to read it: R's crimelinkage is in no registry that this project uses; its own pace is some 2,600 pairs in a
second, since it convolves two windows for each pair. The peer here is numpy over whole columns of pairs, with the
windows cut into 24 moments each; what it finds differs by what such moments leave out.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from _side_by_side import Table, growth, timed

from samvirke.analysis import series
from samvirke.analysis.series import Parameters
from samvirke.analysis.series.columns import offences_of

MOMENTS = (np.arange(24) + 0.5) / 24
DAYS = 365


def offences(n: int) -> dict[str, object]:
    """A year of offences; two hundred are solved, in series of four."""
    rng = np.random.default_rng(1)
    start = np.datetime64("2024-01-01T00:00") + rng.integers(0, DAYS * 1440, n) * np.timedelta64(1, "m")
    labels = np.full(n, "", object)
    solved = min(200, n // 2)
    labels[:solved] = np.arange(solved) // 4
    return {
        "x": rng.uniform(0, 20_000, n),
        "y": rng.uniform(0, 20_000, n),
        "time": start,
        "end": start + rng.integers(0, 600, n) * np.timedelta64(1, "m"),
        "manner": {name: rng.integers(0, 6, n).astype(str) for name in ("entry", "tool", "search")},
        "series": labels,
    }


def by_numpy(given: dict[str, object], first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Four distances for each pair, by moments of both windows."""
    start = given["time"].astype("datetime64[m]").astype(np.int64) / 60
    lasts = (given["end"] - given["time"]).astype(np.int64) / 60
    apart = (start[first] - start[second])[:, None, None]
    gap = apart + lasts[first, None, None] * MOMENTS[:, None] - lasts[second, None, None] * MOMENTS
    turn = [np.abs(gap - each * np.rint(gap / each)).mean(axis=(1, 2)) for each in (24, 168)]
    metres = np.hypot(*(given[each][first] - given[each][second] for each in "xy"))
    return np.column_stack([metres / 1000, np.abs(gap).mean(axis=(1, 2)) / 24, turn[0], turn[1] / 24])


def asked() -> Parameters:
    """Only strong pairs are listed, and groups follow the links, so that what is timed is comparing."""
    return Parameters(within_days=DAYS + 1.0, least=6.0, cut=6.0, linkage="single", top=20, compare="all")


if __name__ == "__main__":
    table = Table("Comparing offences")
    series(**offences(500), parameters=asked())
    for n in (1_000, 10_000, 20_000):
        given, task = offences(n), f"{n:,} offences, {n * (n - 1) // 2 / 1e6:,.1f} million pairs"
        seconds, ours = timed(partial(series, **given, parameters=asked()))
        assert ours.compared == n * (n - 1) // 2
        table.add(task, "samvirke", seconds, f"{ours.compared / seconds / 1e6:.0f} million pairs in a second")
        rng, many = np.random.default_rng(2), 20_000
        first, second = rng.integers(0, n, (2, many))
        once, plain = timed(partial(by_numpy, given, first, second), runs=1)
        held, _kinds = offences_of(*(given[each] for each in ("x", "y", "time", "end", "manner")))
        np.testing.assert_allclose(held.evidence(first, second)[:, :4], plain, atol=0.2)
        table.add(task, f"numpy by moments ({many:,} pairs, scaled)", once * ours.compared / many, "the same to 0.2")
    table.show()
    growth("comparing offences", lambda n: partial(series, **offences(n), parameters=asked()), [30, 300, 3_000, 30_000])
