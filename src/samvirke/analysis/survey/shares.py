"""Whether a published share has changed, from two shares, how many were asked, and what the design cost."""

from __future__ import annotations

import math
from dataclasses import dataclass

from samvirke.analysis.kit import refuse_unless
from samvirke.foundation.words import _


@dataclass(frozen=True)
class Stated:
    """A share between 0 and 1, of so many people, whose answers count for `design` times fewer."""

    share: float
    n: int
    design: float = 1.0

    def __post_init__(self) -> None:
        refuse_unless(
            self.n >= 1, _("It is not said how many answered (n)."), _("A share without n is not compared."), key="n"
        )
        refuse_unless(0 <= self.share <= 1, _("The share is not between 0 and 100 per cent."), _("Correct it."))
        refuse_unless(
            math.isfinite(self.design) and self.design > 0,
            _("The design effect is not above 0."),
            _("Write 1 where nothing is known."),
        )

    def interval(self, level: float) -> tuple[float, float]:
        """Clopper and Pearson's, at the number of people that the answers count for."""
        from scipy.special import betaincinv  # late: scipy.special costs 0.1 s at start-up

        tail, people = (1 - level) / 2, self.n / self.design
        yes, no = people * self.share, people * (1 - self.share)
        low = float(betaincinv(yes, no + 1, tail)) if yes > 0 else 0.0
        return low, float(betaincinv(yes + 1, no, 1 - tail)) if no > 0 else 1.0


def change_of_shares(one: Stated, other: Stated, level: float = 0.95) -> tuple[float, float, float]:
    """The later share less the earlier one, and Newcombe's interval, made of the two intervals."""
    apart = other.share - one.share
    (low_one, high_one), (low_other, high_other) = one.interval(level), other.interval(level)
    low = apart - math.hypot(other.share - low_other, high_one - one.share)
    return apart, low, apart + math.hypot(high_other - other.share, one.share - low_one)
