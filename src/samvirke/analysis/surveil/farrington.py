"""Farrington's way and its later, more flexible form: an upper bound for each week from the same time of past years."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.surveil.past import Past

# The exponent that makes counts nearly symmetric, and the variance of such a power: a factor, and a power of the mean.
POWERS = {"none": (1.0, 1.0, 1.0), "1/2": (0.5, 0.25, 0.0), "2/3": (2 / 3, 4 / 9, 1 / 3)}
# R keeps a mean from falling below the smallest step of a number near 1.
_FLOOR = np.finfo(np.float64).eps
_TREND_LEVEL, _FORMER_LIMIT, _YEARS_FOR_A_TREND = 0.05, 1.0, 3


@dataclass(frozen=True)
class Rules:
    """How a past is judged; see the parameters of the analysis."""

    method: str
    b: int
    alpha: float
    reweight: bool
    weights_threshold: float
    trend: bool
    p_threshold_trend: float
    threshold_method: str
    powertrans: str
    limit54: tuple[int, int]

    @property
    def flexible(self) -> bool:
        """Whether it is the later form."""
        return self.method == "farrington-flexible"


@dataclass(frozen=True)
class Bounds:
    """Series × weeks: what was expected, the bound, the score, the tail; nan is “too few to say”."""

    upperbound: Numbers
    expected: Numbers
    score: Numbers
    p: Numbers
    alarm: NDArray[np.int8]


def farrington(counts: Numbers, rows: range, past: Past, rules: Rules) -> Bounds:
    """Judge the rows of every series (series × rows)."""
    log_mean, error, dispersion = _judged(counts, rows, past, rules)
    seen = counts[:, rows.start : rows.stop]
    cases, weeks = rules.limit54
    before = max(rows.start + 1 - weeks, 0)
    summed = np.cumsum(np.pad(counts[:, before : rows.stop], ((0, 0), (1, 0))), axis=1)
    last = np.arange(rows.start + 1, rows.stop + 1) - before
    enough = summed[:, last] - summed[:, np.maximum(last - weeks, 0)] >= cases
    if rules.flexible and rules.threshold_method != "delta":
        return _plugged_in(seen, log_mean, error, dispersion, enough, rules)
    return _delta(seen, log_mean, error, dispersion, enough, rules)


def _judged(counts: Numbers, rows: range, past: Past, rules: Rules) -> tuple[Numbers, Numbers, Numbers]:
    from scipy.special import stdtrit  # late: these cost a second at start-up

    from samvirke.analysis.kit.threads import in_parts
    from samvirke.analysis.surveil.week import FOUND, judge

    level = rules.p_threshold_trend if rules.flexible else _TREND_LEVEL
    tests = stdtrit(past.used - past.seasons - 1.0, 1 - level / 2) if level > 0 else np.full(len(rows), np.inf)
    limit = rules.weights_threshold if rules.flexible else _FORMER_LIMIT
    found = np.empty((len(counts), len(rows), FOUND))
    given = (rules.reweight, limit, rules.flexible, rules.trend, rules.b >= _YEARS_FOR_A_TREND)
    seasons = int(past.stretches[:, 2].max()) + 1
    weeks = np.array(rows)

    def some(part: slice) -> None:
        judge(counts[part], weeks, past.starts, past.stretches, tests, given, seasons, found[part])

    in_parts(some, len(counts))
    return found[..., 0], found[..., 1], found[..., 2]


def _plugged_in(
    seen: Numbers, log_mean: Numbers, error: Numbers, dispersion: Numbers, enough: NDArray[np.bool_], rules: Rules
) -> Bounds:
    """The bound is a quantile of the negative binomial with the mean, or with the upper end of its interval."""
    from scipy.special import ndtri

    from samvirke.analysis.surveil.tails import negative_binomial

    with np.errstate(over="ignore", invalid="ignore"):
        ahead = log_mean + (ndtri(1 - rules.alpha) * error if rules.threshold_method == "muan" else 0.0)
        upper, p = negative_binomial(np.exp(ahead), dispersion, seen, rules.alpha)
        # Sic: surveillance measures the score from the logarithm of the mean.
        score = (seen - log_mean) / (upper - log_mean)
        expected = np.where(np.isnan(upper), np.nan, np.exp(log_mean))
    return _flexible(seen, upper, expected, score, p, enough, ~np.isnan(log_mean))


def _delta(
    seen: Numbers, log_mean: Numbers, error: Numbers, dispersion: Numbers, enough: NDArray[np.bool_], rules: Rules
) -> Bounds:
    """The bound is that of a normal law for a power of the count, with the uncertainty of the mean."""
    from scipy.special import ndtr, ndtri

    power, factor, by_mean = POWERS[rules.powertrans]
    tail = rules.alpha if rules.flexible else rules.alpha / 2
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        mean = np.maximum(np.exp(log_mean), _FLOOR)
        spread = np.sqrt(factor * mean**by_mean * (dispersion + (error * mean) ** 2 / mean))
        upper = (mean**power + ndtri(1 - tail) * spread) ** (1 / power)
        p = ndtr((mean**power - seen**power) / spread)
        score = (seen - mean) / (upper - mean)
    if rules.flexible:
        expected = np.where(np.isnan(upper), np.nan, mean)
        return _flexible(seen, upper, expected, score, p, enough, ~np.isnan(log_mean))
    known = ~np.isnan(upper)
    score = np.where(enough | ~known, score, 0.0)
    alarm = np.where(known, score > 1, -1).astype(np.int8)
    return Bounds(np.where(enough | ~known, upper, 0.0), mean, score, p, alarm)


def _flexible(
    seen: Numbers,
    upper: Numbers,
    expected: Numbers,
    score: Numbers,
    p: Numbers,
    enough: NDArray[np.bool_],
    known: NDArray[np.bool_],
) -> Bounds:
    alarm = np.where(known, enough & (np.nan_to_num(score, nan=0.0) > 1) & (seen != 0), -1)
    return Bounds(np.where(enough, upper, np.nan), np.where(enough, expected, np.nan), score, p, alarm.astype(np.int8))
