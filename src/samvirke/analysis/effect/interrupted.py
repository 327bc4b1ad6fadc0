"""An interrupted time series: level and trend before, level and trend after, seasons, and neighbours that are alike."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.effect.alike import alikeness, degrees, faded
from samvirke.analysis.kit.checks import Numbers

QUASI_POISSON, NEGATIVE_BINOMIAL = FAMILIES = ("quasi-poisson", "negative-binomial")
YEAR = 365.25
_ROUNDS, _CLOSE = 200, 1e-10
# Whose exponential a float still holds.
_LARGEST = 700.0


@dataclass(frozen=True)
class Interrupted:
    """What the series did from the day of the intervention on, against what it would have done as before.

    `ratio` is over the whole period after; `level_change` is at once, `trend_change` for each year. `avoided` is
    how many incidents fewer than expected (negative: more).
    """

    before: int
    after: int
    ratio: float
    interval: tuple[float, float]
    z: float
    level_change: float
    level_interval: tuple[float, float]
    trend_change: float
    trend_interval: tuple[float, float]
    expected_after: float
    observed_after: float
    avoided: float
    avoided_interval: tuple[float, float]
    dispersion: float
    autocorrelation: float
    harmonics: int


@dataclass(frozen=True)
class Series:
    """Counts of periods by the day they begin on, how long each is, and the day of the intervention."""

    day: Numbers
    count: Numbers
    long: Numbers
    intervention: float

    @property
    def post(self) -> NDArray[np.bool_]:
        """Which periods begin on the day of the intervention or after it."""
        return self.day >= self.intervention

    def design(self, harmonics: int) -> Numbers:
        """A column each for level, trend, level after, trend after, and two for each harmonic of the year."""
        years = (self.day - self.intervention) / YEAR
        post = self.post.astype(float)
        turns = [2 * math.pi * (k + 1) * self.day / YEAR for k in range(harmonics)]
        seasons = [wave(turn) for turn in turns for wave in (np.sin, np.cos)]
        return np.column_stack([np.ones_like(years), years, post, years * post, *seasons])


def interrupted(series: Series, harmonics: int, family: str, level: float) -> Interrupted:
    """Fit and compare."""
    design, offset = series.design(harmonics), np.log(series.long)
    beta, mean, spread = _fit(design, series.count, offset, family)
    cover, alike, free = _covariance(design, series.count, mean, spread)
    t = _reach(free, level)
    without = design.copy()
    without[:, 2:4] = 0
    post = series.post
    expected = np.exp(without @ beta + offset)[post]
    with_it = mean[post]
    # How the logarithm of the ratio of both sums moves with each coefficient.
    slope = with_it @ design[post] / with_it.sum() - expected @ without[post] / expected.sum()
    change, error = math.log(with_it.sum() / expected.sum()), math.sqrt(slope @ cover @ slope)
    fewer = expected @ without[post] - with_it @ design[post]
    avoided, off = float(expected.sum() - with_it.sum()), t * math.sqrt(fewer @ cover @ fewer)
    return Interrupted(
        before=int((~post).sum()),
        after=int(post.sum()),
        ratio=math.exp(change),
        interval=_ends(change, t * error),
        z=change / error,
        level_change=math.exp(beta[2]),
        level_interval=_ends(beta[2], t * math.sqrt(cover[2, 2])),
        trend_change=math.exp(beta[3]),
        trend_interval=_ends(beta[3], t * math.sqrt(cover[3, 3])),
        expected_after=float(expected.sum()),
        observed_after=float(series.count[post].sum()),
        avoided=avoided,
        avoided_interval=(avoided - off, avoided + off),
        dispersion=spread.over,
        autocorrelation=alike,
        harmonics=harmonics,
    )


@dataclass(frozen=True)
class _Spread:
    """Variance = over · mean + bend · mean²: quasi-Poisson has no bend, negative binomial has over = 1."""

    over: float
    bend: float


def _variance(mean: Numbers, spread: _Spread) -> Numbers:
    return spread.over * mean + spread.bend * mean**2


def _fit(design: Numbers, count: Numbers, offset: Numbers, family: str) -> tuple[Numbers, Numbers, _Spread]:
    """Coefficients, means and spread; the spread by Pearson's statistic equal to its degrees of freedom."""
    free = count.size - design.shape[1]
    beta, mean = _weighted(design, count, offset, 0.0)
    over = max(1.0, float(((count - mean) ** 2 / mean).sum() / free))
    if family == QUASI_POISSON:
        return beta, mean, _Spread(over, 0.0)
    bend = 0.0
    for _round in range(_ROUNDS):
        found = _bend(count, mean, free)
        beta, mean = _weighted(design, count, offset, found)
        if abs(found - bend) < _CLOSE + 1e-6 * found:
            break
        bend = found
    return beta, mean, _Spread(1.0, bend)


def _bend(count: Numbers, mean: Numbers, free: int) -> float:
    """The bend at which Pearson's statistic equals its degrees of freedom, by halving; 0 if it is below already."""
    low, high, square = 0.0, 1.0, (count - mean) ** 2

    def pearson(bend: float) -> float:
        return float((square / (mean + bend * mean**2)).sum()) - free

    if pearson(0.0) <= 0:
        return 0.0
    while pearson(high) > 0:
        high *= 2
    for _round in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if pearson(middle) > 0 else (low, middle)
    return (low + high) / 2


def _weighted(design: Numbers, count: Numbers, offset: Numbers, bend: float) -> tuple[Numbers, Numbers]:
    """Coefficients of the logarithm of the mean, by weighted least squares again and again."""
    mean = (count + count.mean()) / 2
    beta = np.zeros(design.shape[1])
    for _round in range(_ROUNDS):
        working = np.log(mean) - offset + (count - mean) / mean
        weighed = design * (mean / (1 + bend * mean))[:, None]
        found = np.linalg.pinv(weighed.T @ design) @ (weighed.T @ working)
        mean = np.exp(np.clip(design @ found + offset, -50, 50))
        if np.abs(found - beta).max() < _CLOSE * (1 + np.abs(found).max()):
            return found, mean
        beta = found
    return beta, mean


def _covariance(design: Numbers, count: Numbers, mean: Numbers, spread: _Spread) -> tuple[Numbers, float, float]:
    """The covariance of the coefficients where neighbours are alike, how alike they are, and degrees of freedom."""
    root = np.sqrt(mean**2 / _variance(mean, spread))
    basis, triangle = np.linalg.qr(design * root[:, None])
    residual = (count - mean) / np.sqrt(_variance(mean, spread))
    alike = alikeness(residual, basis)
    total, free = degrees(basis, alike)
    estimated, floor = float(residual @ residual) / total, 1 / spread.over
    back = np.linalg.pinv(triangle)
    cover = back @ (basis.T @ faded(basis, alike)) @ back.T * max(estimated, floor)
    # Where counts vary no more than by Poisson's law that law is the spread: nothing is estimated, and the normal
    # curve is wide enough. Student's t on top of the floor made intervals hold the truth in 97.5 % instead of 95.
    return cover, alike, free if estimated > floor else math.inf


def _reach(free: float, level: float) -> float:
    from scipy.special import stdtrit  # late: scipy.special costs 0.1 s at start-up

    return float(stdtrit(min(max(free, 1.0), 1e9), (1 + level) / 2))


def _ends(middle: float, reach: float) -> tuple[float, float]:
    return math.exp(max(middle - reach, -_LARGEST)), math.exp(min(middle + reach, _LARGEST))
