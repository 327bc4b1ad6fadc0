"""Aoristic analysis beside the bound and the plain way: the same table first, then the time.

How to read it: the bound is reading both columns once. R's aoristic package is in no registry that this project
uses; it takes milliseconds a row, so the peers here are its rules in pandas (a row for each hour that a window
touches) and numpy (a difference array over the minutes of the week).
"""

from __future__ import annotations

from functools import partial

import numpy as np
from _side_by_side import Table, growth, peer, timed
from numba import njit, prange

from samvirke.analysis import aoristic

WEEK = 10_080
SIZES = (10_000, 1_000_000, 10_000_000)


def windows(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Five years of windows, most some hours long, one in a thousand longer than a week."""
    rng = np.random.default_rng(1)
    start = np.datetime64("2019-01-01T00:00:00", "us") + rng.integers(0, 52 * WEEK * 5, n) * np.timedelta64(1, "m")
    lasts = np.minimum(rng.exponential(600, n).astype(np.int64), 20_000)
    return start, start + lasts * np.timedelta64(1, "m")


def by_numpy(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """A difference array over the minutes of the week."""
    at = (start.astype("datetime64[m]").astype(np.int64) + 3 * 1440) % WEEK
    lasts = (end - start) // np.timedelta64(1, "m")
    whole, short = lasts >= WEEK, lasts <= 1
    held = np.bincount(at[short] // 60, minlength=168) + whole.sum() / 168
    at, lasts = at[~whole & ~short], lasts[~whole & ~short]
    rate, stop = 1 / lasts, at + lasts
    change = np.bincount(at, rate, 2 * WEEK) - np.bincount(stop, rate, 2 * WEEK)
    return (held + change.cumsum().reshape(2, 168, 60).sum(axis=(0, 2))).reshape(7, 24).T


def by_pandas(pandas: object, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """A row for each hour that a window touches, then a group by; only for windows shorter than a week."""
    frame = pandas.DataFrame({"start": start, "end": np.maximum(end, start + np.timedelta64(1, "m"))})
    lasts = (frame.end - frame.start).dt.total_seconds() / 60
    first = frame.start.dt.floor("h")
    touched = np.ceil((frame.end - first).dt.total_seconds() / 3600).astype(int)
    long = frame.loc[frame.index.repeat(touched)]
    hour = first.loc[long.index] + pandas.to_timedelta(long.groupby(level=0).cumcount(), unit="h")
    until = np.minimum(long.end, hour + pandas.Timedelta(hours=1))
    share = (until - np.maximum(long.start, hour)).dt.total_seconds() / 60 / lasts.loc[long.index]
    cells = share.groupby([hour.dt.hour, hour.dt.day_of_week]).sum().unstack()
    return cells.reindex(index=range(24), columns=range(7), fill_value=0).to_numpy()


@njit(parallel=True)
def read(start: np.ndarray, end: np.ndarray) -> int:
    """The bound: every value is looked at once."""
    total = 0
    for i in prange(start.size):
        total += start[i] ^ end[i]
    return total


def race(table: Table, n: int) -> None:
    """One size, for us and for everybody else."""
    start, end = windows(n)
    task = f"{n:,} windows"
    seconds, ours = timed(lambda: aoristic(start, end))
    table.add(task, "samvirke", seconds, "")
    once, plain = timed(lambda: by_numpy(start, end))
    np.testing.assert_allclose(ours.hours_of_week, plain, rtol=1e-6)
    table.add(task, "numpy, difference array", once, "the same to 1e-6")
    pandas = peer("pandas")
    if pandas and n <= 1_000_000:
        short = end - start < np.timedelta64(WEEK, "m")
        once, plain = timed(lambda: by_pandas(pandas, start[short], end[short]), runs=1)
        np.testing.assert_allclose(aoristic(start[short], end[short]).hours_of_week, plain, rtol=1e-6)
        table.add(task, "pandas, a row for each hour", once, "the same to 1e-6")
    ticks = start.view(np.int64), end.view(np.int64)
    read(*ticks)
    table.add(task, "bound: both columns read once", timed(lambda: read(*ticks))[0], "")


if __name__ == "__main__":
    table = Table("Aoristic analysis")
    aoristic(*windows(100))
    for size in SIZES:
        race(table, size)
    table.show("pandas")
    growth("aoristic", lambda n: partial(aoristic, *windows(n)), [10**k for k in range(2, 8)])
