"""Judges one week of one series: fits the past, weighs former outbreaks down, and keeps a trend only if it is real."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numba import njit

from samvirke.analysis.surveil.fit import (
    COUNT,
    FLOOR,
    PREPARED,
    ROOT,
    STEEP,
    leeway,
    powers,
    prepare,
    small_counts,
    solve,
)

_PERFECT = 1e-16
_SMALL = 256
# What is found for each week: the mean's logarithm, its standard error, the dispersion.
LOG, ERROR, DISPERSION = range(3)
FOUND = 3


@njit(cache=True, nogil=True, error_model="numpy")
def _spread(past: Any, weights: Any, stretches: Any, fit: Any, at: int) -> tuple:
    """Sums of squared working residuals, weighed as in the last step, and by the weights alone."""
    _logs, level, power, _sums, _cases = fit
    first, as_fitted, alone = stretches[0, 0], 0.0, 0.0
    count, latest, former = past[COUNT, first:], power[at], power[1 - at]
    for s in range(len(stretches)):
        low, high, season = stretches[s]
        now, then = level[at, season], level[1 - at, season]
        for i in range(max(low - first, 0), high - first):
            mean = max(now * latest[i], FLOOR)
            residual = (count[i] - mean) / mean
            square = weights[i] * residual * residual
            alone += square
            as_fitted += square * max(then * former[i], FLOOR)
    return as_fitted, alone


@njit(cache=True, nogil=True, error_model="numpy")
def _weigh_down(
    past: Any, stretches: Any, fit: Any, at: int, slope: float, about: tuple, sixth: Any, weights: Any
) -> None:
    """Give weeks whose Anscombe residual is high a weight that falls with its square; all weights sum to the weeks."""
    _logs, level, power, sums, _cases = fit
    dispersion, limit, trend = about
    first, half, total, weeks = stretches[0, 0], (power.shape[1] - 1) / 2, 0.0, 0
    old = sums[1 - at]
    tilt = 1 / leeway(old) if trend else 0.0
    roots, latest, former = past[ROOT, first:], power[at], power[1 - at]
    if abs(slope) * half < STEEP:
        powers(-slope / 6, sixth)
    else:
        for i in range(sixth.size):
            sixth[i] = max(power[at, i], FLOOR) ** (-1 / 6)
    lowered = np.empty(level.shape[1])
    for season in range(lowered.size):
        lowered[season] = level[at, season] ** (-1 / 6)
    for s in range(len(stretches)):
        low, high, season = stretches[s]
        now, then, root = level[at, season], level[1 - at, season], lowered[season]
        share, centre = 1 / old[0, season], old[1, season] / old[0, season]
        for i in range(max(low - first, 0), high - first):
            d = i - half - centre
            pull = max(then * former[i], FLOOR) * (share + d * d * tilt)
            apart = 1.5 * (roots[i] * root * sixth[i] - math.sqrt(max(now * latest[i], FLOOR)))
            square, variance = apart * apart, dispersion * (1 - pull)
            weight = variance / square if apart > 0 and square > limit * limit * variance else 1.0
            weights[i] = weight
            total += weight
        weeks += high - low
    for i in range(weights.size):
        weights[i] *= weeks / total


@njit(cache=True, nogil=True, error_model="numpy")
def _fitted(past: Any, stretches: Any, rules: tuple, trend: bool, room: tuple) -> tuple:
    """Fit, weigh down, fit again: (place, with a trend, dispersion, the one R tests with); −1 is nothing."""
    fit, slopes, weights, sixth, _lead = room
    reweight, limit, as_flexible, _test, _years = rules
    weights[:] = 1.0
    weeks, weighed = 0, False
    for s in range(len(stretches)):
        weeks += stretches[s, 1] - stretches[s, 0]
    # One place that solves, passed once or more, because each would be compiled anew.
    while True:
        at, done = solve(past, weights, stretches, trend, fit, slopes)
        if at >= 0 and not done and trend and not weighed:
            trend = False
            continue
        if at < 0 or (not done and as_flexible and not weighed):
            return -1, trend, 0.0, 0.0
        free = weeks - trend
        for season in range(fit[4].size):
            free -= fit[3][at, 0, season] > 0
        as_fitted, alone = _spread(past, weights, stretches, fit, at)
        dispersion = as_fitted / free
        if weighed or not reweight:
            return at, trend, dispersion, alone / free if weighed and as_flexible else dispersion
        about = (max(dispersion, 1.0), limit, trend)
        _weigh_down(past, stretches, fit, at, slopes[at], about, sixth, weights)
        weighed = True


@njit(cache=True, nogil=True, error_model="numpy")
def _judge(past: Any, stretches: Any, week: int, rules: tuple, room: tuple, out: Any) -> None:
    """Write logarithm of the mean expected in a week, its standard error and the dispersion; nan if R gives none."""
    fit, slopes, _weights, _sixth, lead = room
    _reweight, _limit, as_flexible, test, many_years = rules
    out[:] = math.nan
    logs, _level, power, sums, cases = fit
    season, d = cases.size - 1, week - stretches[0, 0] - (power.shape[1] - 1) / 2
    most = 0.0
    for s in range(len(stretches)):
        for row in range(stretches[s, 0], stretches[s, 1]):
            most = max(most, past[COUNT, row])
    trend = lead
    while True:
        at, trend, dispersion, quirk = _fitted(past, stretches, rules, trend, room)
        if at < 0:
            return
        if not trend:
            break
        error = math.sqrt(quirk / leeway(sums[1 - at]))
        ahead = max(math.exp(logs[at, season] + slopes[at] * d), FLOOR)
        # A fit without any residual (equal counts) has no trend; R divides one rounding error by another there.
        if many_years and quirk > _PERFECT and abs(slopes[at]) > test * error and ahead <= most:
            break
        trend = False
    old = sums[1 - at]
    reach = 1 / old[0, season]
    if trend:
        reach += (d - old[1, season] / old[0, season]) ** 2 / leeway(old)
    out[LOG] = logs[at, season] + (slopes[at] * d if trend else 0.0)
    out[ERROR] = math.sqrt(reach * (quirk if as_flexible else max(dispersion, 1.0)))
    out[DISPERSION] = max(dispersion, 1.0)


@njit(cache=True, nogil=True, error_model="numpy")
def judge(
    counts: Any, weeks: Any, starts: Any, stretches: Any, tests: Any, rules: tuple, seasons: int, out: Any
) -> None:
    """`out[series, week]` for every series and week; `stretches[starts[w]:starts[w + 1]]` is the past of week w.

    `rules` are: weigh down, limit of the residuals, flexible, with a trend, enough years for one.
    """
    series, rows = counts.shape
    reweight, limit, as_flexible, lead, many_years = rules
    known, past = np.empty((_SMALL, PREPARED)), np.empty((PREPARED, rows))
    small_counts(known)
    logs, level, sums, cases = (
        np.empty((2, seasons)),
        np.empty((2, seasons)),
        np.empty((2, 3, seasons)),
        np.empty(seasons),
    )
    slopes = np.empty(2)
    for j in range(series):
        prepare(counts[j], known, past)
        for w in range(weeks.size):
            mine = stretches[starts[w] : starts[w + 1]]
            span = mine[-1, 1] - mine[0, 0]
            fit = (logs, level, np.empty((2, span)), sums, cases)
            room = (fit, slopes, np.empty(span), np.empty(span), lead)
            given = (reweight, limit, as_flexible, tests[w], many_years)
            _judge(past, mine, weeks[w], given, room, out[j, w])
