"""The share of a weighted, stratified sample, how sure it is, and what the design costs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _

Codes = NDArray[np.int64]


@dataclass(frozen=True)
class Sample:
    """Answers (1 or 0), weights, the stratum of each, and the part of each stratum that was not asked."""

    answer: Numbers
    weight: Numbers
    stratum: Codes
    not_asked: Numbers


@dataclass(frozen=True)
class Estimate:
    """A share, its standard error and interval, and how much the design costs."""

    n: int
    share: float
    se: float
    low: float
    high: float
    design_effect: float
    weights_effect: float
    n_effective: float


def not_asked(stratum: Codes, names: list[str], size: Numbers | None) -> Numbers:
    """For each stratum the part of its people who were not asked: 1 where its size is not known."""
    many = np.bincount(stratum, minlength=len(names))
    lonely = [name for name, count in zip(names, many.tolist(), strict=True) if count < 2]
    refuse_unless(
        not lonely,
        _("There is only one answer in {names}."),
        _("Join the stratum with one like it; from one answer no spread can be seen."),
        column="strata",
        names=", ".join(f"“{name}”" for name in lonely[:5]),
    )
    if size is None:
        return np.ones(len(names))
    sizes = np.array([size[stratum == at][0] for at in range(len(names))])
    refuse_unless(
        bool((size == sizes[stratum]).all() and (sizes >= many).all()),
        _("The size of a stratum differs from row to row, or is smaller than its answers."),
        _("Give each stratum its number of people in every row."),
        column="stratum_size",
    )
    return 1 - many / sizes


def estimate(sample: Sample, within: NDArray[np.bool_], level: float) -> Estimate:
    """The share among some of a sample, with all of it behind the standard error (linearised, by stratum)."""
    y, w = sample.answer[within], sample.weight[within]
    total = float(w.sum())
    refuse_unless(
        total > 0, _("The weights sum to 0."), _("Give each answer a weight above 0, or none."), column="weight"
    )
    share = float(w @ y) / total
    variance = _variance(np.where(within, sample.weight * (sample.answer - share) / total, 0.0), sample)
    kish = float(y.size * (w @ w)) / total**2
    simple = share * (1 - share) / (y.size - 1) if y.size > 1 else np.nan
    effect = variance / simple if simple > 0 else np.nan
    # Where all say the same there is no spread to see; the weights are then all that is known of the design.
    people = share * (1 - share) / variance if variance > 0 else y.size / kish
    free = y.size - np.unique(sample.stratum[within]).size
    low, high = _korn_graubard(share, people, y.size, free, level)
    return Estimate(int(y.size), share, float(np.sqrt(variance)), low, high, float(effect), kish, float(people))


def _variance(parts: Numbers, sample: Sample) -> float:
    """The variance of a sum of parts drawn by stratum."""
    many = np.bincount(sample.stratum, minlength=sample.not_asked.size)
    mean = np.bincount(sample.stratum, parts, sample.not_asked.size) / many
    square = np.bincount(sample.stratum, (parts - mean[sample.stratum]) ** 2, sample.not_asked.size)
    return float((sample.not_asked * many / (many - 1) * square).sum())


def _korn_graubard(share: float, people: float, n: int, free: int, level: float) -> tuple[float, float]:
    """The exact binomial interval at the effective number of people, widened for the degrees of freedom."""
    from scipy.special import betaincinv, stdtrit  # late: scipy costs time at start-up

    tail = (1 - level) / 2
    if free < 1:
        return np.nan, np.nan
    people *= (stdtrit(n - 1.0, tail) / stdtrit(float(free), tail)) ** 2
    yes, no = people * share, people * (1 - share)
    low = float(betaincinv(yes, no + 1, tail)) if yes > 0 else 0.0
    return low, float(betaincinv(yes + 1, no, 1 - tail)) if no > 0 else 1.0
