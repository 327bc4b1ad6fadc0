"""Adds up what lies at each place, whether the rows are incidents, counts or weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.kit import amounts, counts, labels, refuse_unless, same_length
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _


@dataclass(frozen=True)
class Totals:
    """The amount at each place, the number of incidents (of rows with weight, for weights), and the heaviest row."""

    amount: Numbers
    incidents: int
    top: float
    top_place: int

    @property
    def without_top(self) -> Numbers:
        """The amounts as if the heaviest row had not been."""
        found = self.amount.copy()
        found[self.top_place] = max(found[self.top_place] - self.top, 0.0)
        return found


def totals_by_place(place: ArrayLike | None, count: ArrayLike | None, weight: ArrayLike | None) -> Totals:
    """What lies at each place that is named."""
    refuse_unless(
        not (place is None and count is None and weight is None),
        _("There is nothing to count."),
        _("Give the place of each incident, or a count or weight for each place."),
    )
    refuse_unless(
        count is None or weight is None,
        _("There are both counts and weights."),
        _("Give one of them."),
        column="weight",
    )
    amount = _amount(count, weight)
    if place is None:
        codes, many = np.arange(amount.size), amount.size
    else:
        names, codes = labels(place, "place")
        many = len(names)
        amount = np.ones(len(codes)) if count is None and weight is None else amount
        same_length({"place": codes, "weight" if count is None else "count": amount})
    heaviest = int(amount.argmax()) if amount.size else 0
    return Totals(
        np.bincount(codes, amount, many).astype(np.float64),
        _incidents(amount, weight is not None),
        float(amount[heaviest]) if amount.size else 0.0,
        int(codes[heaviest]) if amount.size else 0,
    )


def _amount(count: ArrayLike | None, weight: ArrayLike | None) -> Numbers:
    if weight is not None:
        return amounts(weight, "weight")
    return counts([] if count is None else count, "count")


def _incidents(amount: Numbers, weighed: bool) -> int:
    return int(np.count_nonzero(amount)) if weighed else int(amount.sum())
