"""The three rules of EARS: a week against the mean and spread of the few weeks before it."""

from __future__ import annotations

import numpy as np

from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.surveil.farrington import Bounds

# The last weeks before a week that its own rule leaves out.
GAPS = {"ears-c1": 0, "ears-c2": 2, "ears-c3": 2}
# The weeks of which each rule needs to know its score beside the week itself.
LOOKS_BACK = {"ears-c1": 0, "ears-c2": 0, "ears-c3": 2}
_BLOCK = 1 << 22


def ears(counts: Numbers, rows: range, method: str, *, baseline: int, min_sigma: float, alpha: float) -> Bounds:
    """Judge the rows of every series (series × rows), a block of series at a time so that memory stays small."""
    from scipy.special import ndtr, ndtri  # late: scipy costs time at start-up

    found = [np.empty((len(counts), len(rows))) for _each in range(4)]
    step = max(1, _BLOCK // (len(rows) * baseline))
    for first in range(0, len(counts), step):
        block = counts[first : first + step]
        here = (part[first : first + step] for part in found)
        for part, values in zip(here, _judged(block, rows, method, baseline, min_sigma, ndtri(1 - alpha)), strict=True):
            part[:] = values
    upper, expected, score, z = found
    seen = counts[:, rows.start : rows.stop]
    alarm = np.where(np.isnan(upper), -1, seen > upper).astype(np.int8)
    return Bounds(upper, expected, score, ndtr(-z), alarm)


def _judged(
    counts: Numbers, rows: range, method: str, baseline: int, min_sigma: float, z: float
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Upper bound, mean, score and standard score."""
    back = LOOKS_BACK[method]
    first, last = rows.start - back - GAPS[method] - baseline, rows.stop - 1 - GAPS[method]
    windows = np.lib.stride_tricks.sliding_window_view(counts[:, first:last], baseline, axis=1)
    mean = windows.mean(axis=2)
    spread = np.maximum(windows.std(axis=2, ddof=1), min_sigma)
    seen = counts[:, rows.start - back : rows.stop]
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = (seen - mean) / spread
        if not back:
            upper = mean + z * spread
            return upper, mean, (seen - mean) / (upper - mean), apart
        # Sic: surveillance measures C3 from the count itself, so that only the two weeks before decide.
        before = np.maximum(0, apart[:, :-2] - 1) + np.maximum(0, apart[:, 1:-1] - 1)
        upper = np.maximum(0, seen[:, 2:] + spread[:, 2:] * (z - before))
        return upper, mean[:, 2:], before / z, before
