"""Fits a Poisson line with seasons through past weeks, by the very steps that R's glm takes.

A season is one level, so it can be solved for in closed form; what is left of each step of iteratively reweighted
least squares is one number, the slope. The steps, where they begin and when they stop are those of `glm.fit` in R
(start at y + 0.1, at most 25 steps, deviance within 1e-8), because surveillance reads weights, leverages and
standard errors off the last step but one, and because a series of zeros ends where the steps are stopped.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import njit

# R keeps the mean from falling below the smallest step of a number near 1.
FLOOR = float(np.finfo(np.float64).eps)
STEPS, _CLOSE = 25, 1e-8
# Sums may be taken in any order, the same each time.
FAST = {"reassoc", "contract"}
# What is kept of a series beside its counts, so that no logarithm is taken twice.
COUNT, START, WORKING, HELD, ROOT = range(5)
PREPARED = 5
_LANES = 8
# Slope times half a span beyond which powers of it are no longer taken apart from the level.
STEEP = 300.0


@njit(cache=True, nogil=True, error_model="numpy")
def _of_count(y: float, out: Any) -> None:
    """For one count: itself, the start y + 0.1, its weighted working response, y log y − y, and its root."""
    start = y + 0.1
    out[COUNT] = y
    out[START] = start
    out[WORKING] = start * math.log(start) - 0.1
    out[HELD] = y * math.log(y) - y if y > 0 else 0.0
    out[ROOT] = y ** (2 / 3)


@njit(cache=True, nogil=True, error_model="numpy")
def small_counts(known: Any) -> None:
    """The same for the counts 0, 1, 2, …, one in a row."""
    for y in range(len(known)):
        _of_count(float(y), known[y])


@njit(cache=True, nogil=True, error_model="numpy")
def prepare(counts: Any, known: Any, out: Any) -> None:
    """The same for each week of a series, one kind in a row; small counts are looked up."""
    one = np.empty(PREPARED)
    for row in range(counts.size):
        y = counts[row]
        if y < len(known):
            found = known[int(y)]
        else:
            _of_count(y, one)
            found = one
        for kind in range(PREPARED):
            out[kind, row] = found[kind]


@njit(cache=True, nogil=True, error_model="numpy", fastmath=FAST)
def powers(slope: float, out: Any) -> None:
    """exp(slope · d) for every row of a span, d being the distance from its middle."""
    half, on = (out.size - 1) / 2, math.exp(slope * _LANES)
    for i in range(min(_LANES, out.size)):
        out[i] = math.exp(slope * (i - half))
    for first in range(_LANES, out.size, _LANES):
        for i in range(first, min(first + _LANES, out.size)):
            out[i] = out[i - _LANES] * on


@njit(cache=True, nogil=True, error_model="numpy")
def _means(slope: float, stretches: Any, logs: Any, level: Any, power: Any) -> None:
    """Means as level times power; a slope too steep for that, on its way to nowhere, has all of it in the power."""
    half = (power.size - 1) / 2
    if abs(slope) * half < STEEP:
        for season in range(logs.size):
            level[season] = math.exp(logs[season])
        powers(slope, power)
        return
    level[:] = 1.0
    for s in range(len(stretches)):
        for row in range(stretches[s, 0], stretches[s, 1]):
            i = row - stretches[0, 0]
            power[i] = math.exp(logs[stretches[s, 2]] + slope * (i - half))


@njit(cache=True, nogil=True, error_model="numpy")
def _sums(weights: Any, stretches: Any, level: Any, power: Any, out: Any) -> None:
    """Sums of weight times mean, alone and with d and d², by season."""
    out[:] = 0.0
    first, half = stretches[0, 0], (power.size - 1) / 2
    for s in range(len(stretches)):
        low, high, season = stretches[s]
        height, s0, s1, s2 = level[season], 0.0, 0.0, 0.0
        for i in range(max(low - first, 0), high - first):
            e = weights[i] * max(height * power[i], FLOOR)
            d = i - half
            s0 += e
            s1 += e * d
            s2 += e * d * d
        out[0, season] += s0
        out[1, season] += s1
        out[2, season] += s2


@njit(cache=True, nogil=True, error_model="numpy")
def _begin(past: Any, weights: Any, stretches: Any, half: float, sums: Any, rest: Any, cases: Any, whole: Any) -> tuple:
    """The sums of the first step; the cases of each season; cases times d, working times d, the saturated fit."""
    sums[:] = 0.0
    rest[:] = 0.0
    cases[:] = 0.0
    first, tilted, working, held = stretches[0, 0], 0.0, 0.0, 0.0
    count, start, response, best = past[COUNT, first:], past[START, first:], past[WORKING, first:], past[HELD, first:]
    for s in range(len(stretches)):
        low, high, season = stretches[s]
        s0, s1, s2, r, c, v = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
        for i in range(max(low - first, 0), high - first):
            weight, d = weights[i], i - half
            e, z, y = weight * start[i], weight * response[i], weight * count[i]
            s0 += e
            s1 += e * d
            s2 += e * d * d
            r += z
            c += y
            v += weight
            working += z * d
            tilted += y * d
            held += weight * best[i]
        sums[0, season] += s0
        sums[1, season] += s1
        sums[2, season] += s2
        rest[season] += r
        cases[season] += c
        whole[season] += v
    return tilted, working, held


@njit(cache=True, nogil=True, error_model="numpy")
def leeway(sums: Any) -> float:
    """How much the rows tell of a slope once every season has its own level."""
    found = 0.0
    for season in range(sums.shape[1]):
        if sums[0, season] > 0:
            found += sums[2, season] - sums[1, season] ** 2 / sums[0, season]
    return found


@njit(cache=True, nogil=True, error_model="numpy")
def _step(sums: Any, rest: Any, tilted: float, trend: bool, old: Any, new: Any) -> float:
    """Write the logarithms of the levels after one step of least squares, and give by how much the slope goes up."""
    rise = 0.0
    if trend:
        for season in range(rest.size):
            if sums[0, season] > 0:
                tilted -= sums[1, season] / sums[0, season] * rest[season]
        rise = tilted / leeway(sums)
    for season in range(rest.size):
        new[season] = old[season]
        if sums[0, season] > 0:
            new[season] += (rest[season] - sums[1, season] * rise) / sums[0, season]
    return rise


@njit(cache=True, nogil=True, error_model="numpy")
def _deviance(fit: Any, at: int, slope: float, stretches: Any, weights: Any, known: tuple, trend: bool) -> float:
    """Bring powers, levels and sums up to date with the coefficients, and give the deviance."""
    logs, level, power, sums, cases = fit
    tilted, held, whole = known
    if trend:
        _means(slope, stretches, logs[at], level[at], power[at])
        _sums(weights, stretches, level[at], power[at], sums[at])
    else:
        for season in range(cases.size):
            level[at, season] = math.exp(logs[at, season])
            sums[at, 0, season] = whole[season] * max(level[at, season], FLOOR)
    found = held - slope * tilted
    for season in range(cases.size):
        found += sums[at, 0, season] - cases[season] * logs[at, season]
    return 2 * found


@njit(cache=True, nogil=True, error_model="numpy")
def solve(past: Any, weights: Any, stretches: Any, trend: bool, fit: Any, slopes: Any) -> tuple:
    """Fit; give where in `fit` the answer stands (the step before stands in the other place) and if it converged.

    `fit` is (logs of levels, levels, powers, sums, cases), each but the last with two places. −1 is no answer: R
    stops there with an error.
    """
    logs, _level, power, sums, cases = fit
    half = (power.shape[1] - 1) / 2
    rest, whole = np.empty(cases.size), np.zeros(cases.size)
    tilted, working, held = _begin(past, weights, stretches, half, sums[0], rest, cases, whole)
    if not trend:
        power[:] = 1.0
    logs[0] = 0.0
    slopes[0] = 0.0
    at, before, turned = 0, math.inf, working
    for step in range(STEPS):
        new = 1 - at
        slopes[new] = slopes[at] + _step(sums[at], rest, turned, trend, logs[at], logs[new])
        deviance = math.nan
        for halving in range(STEPS + 2):
            if halving > 0:
                slopes[new] = (slopes[new] + slopes[at]) / 2
                for season in range(cases.size):
                    logs[new, season] = (logs[new, season] + logs[at, season]) / 2
            deviance = _deviance(fit, new, slopes[new], stretches, weights, (tilted, held, whole), trend)
            if math.isfinite(deviance) or step == 0:
                break
        if not math.isfinite(deviance):
            return -1, False
        at = new
        if abs(deviance - before) < _CLOSE * (0.1 + abs(deviance)):
            return at, True
        before = deviance
        turned = tilted
        for season in range(cases.size):
            rest[season] = cases[season] - sums[at, 0, season]
            turned -= sums[at, 1, season]
    return at, False
