"""The exact conditional view of two Poisson counts: given their sum, the second is a binomial share of it."""

from __future__ import annotations

import numpy as np

from samvirke.analysis.kit.checks import Numbers


def exact_interval(before: Numbers, after: Numbers, share: Numbers, level: float) -> tuple[Numbers, Numbers]:
    """Ends of the rate ratio: Clopper and Pearson's for the binomial share, turned into odds.

    `share` is the later period's share of the exposure. Nothing before leaves the upper end at infinity.
    """
    # scipy.special costs 0.1 s at start-up; only those who count a change pay for it.
    from scipy.special import betaincinv

    tail = (1 - level) / 2
    odds = share / (1 - share)
    with np.errstate(divide="ignore", invalid="ignore"):
        low = np.where(after > 0, betaincinv(np.maximum(after, 1), before + 1, tail), 0.0)
        rest = np.where(before > 0, betaincinv(np.maximum(before, 1), after + 1, tail), 0.0)
        return low / (1 - low) / odds, (1 - rest) / rest / odds


def exact_p(before: Numbers, after: Numbers, share: Numbers) -> Numbers:
    """Two-sided p of no change: twice the smaller binomial tail, at most 1."""
    from scipy.special import betainc  # late for the same reason as above

    many = np.where(after > 0, betainc(np.maximum(after, 1), before + 1, share), 1.0)
    few = np.where(before > 0, betainc(np.maximum(before, 1), after + 1, 1 - share), 1.0)
    return np.minimum(2 * np.minimum(many, few), 1.0)


def poisson_z(before: Numbers, after: Numbers, base: Numbers, now: Numbers) -> Numbers:
    """Twice the difference of the square roots, the earlier count brought to the later exposure."""
    return 2 * (np.sqrt(after) - np.sqrt(before * now / base))
