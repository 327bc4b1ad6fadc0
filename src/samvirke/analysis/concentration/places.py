"""Adds up what lies at each place, whether the rows are incidents, counts or weights."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from samvirke.analysis.kit import amounts, counts, labels, refuse_unless, same_length
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _


def totals_by_place(place: ArrayLike | None, count: ArrayLike | None, weight: ArrayLike | None) -> tuple[Numbers, int]:
    """The amount at each place that is named, and the number of incidents (of rows with weight, for weights)."""
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
        return amount, _incidents(amount, weight is not None)
    names, codes = labels(place, "place")
    amount = np.ones(len(codes)) if count is None and weight is None else amount
    same_length({"place": codes, "weight" if count is None else "count": amount})
    return np.bincount(codes, amount, len(names)).astype(np.float64), _incidents(amount, weight is not None)


def _amount(count: ArrayLike | None, weight: ArrayLike | None) -> Numbers:
    if weight is not None:
        return amounts(weight, "weight")
    return counts([] if count is None else count, "count")


def _incidents(amount: Numbers, weighed: bool) -> int:
    return int(np.count_nonzero(amount)) if weighed else int(amount.sum())
