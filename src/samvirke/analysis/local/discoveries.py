"""Many places are tested at once: how many of those that stand out are expected to be false."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _

NOT_SIGNIFICANT, NO_NEIGHBOURS = _("not significant"), _("no neighbours")
HOT, COLD = _("hot"), _("cold")
HIGH_HIGH, LOW_LOW = _("high among high"), _("low among low")
HIGH_LOW, LOW_HIGH = _("high among low"), _("low among high")


def false_discovery_rates(p: Numbers) -> Numbers:
    """Benjamini and Hochberg's adjusted p-values; places that were not tested (nan) stay nan and do not count."""
    tested = np.flatnonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested], kind="stable")]
    scaled = p[order] * tested.size / np.arange(1, tested.size + 1)
    found = np.full(p.size, np.nan)
    found[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return found


def named(certain: NDArray[np.bool_], tested: NDArray[np.bool_], names: NDArray[np.str_]) -> NDArray[np.str_]:
    """The name of each place that is certain; “not significant” and “no neighbours” are names as well."""
    return np.where(certain, names, np.where(tested, NOT_SIGNIFICANT, NO_NEIGHBOURS))
