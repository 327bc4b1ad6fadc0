"""Empirical Bayes: what a place has had, weighed against what such places usually have (Hauer and others 2002)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.black_spots.rules import Spot
from samvirke.analysis.kit.checks import Numbers


def weighed(
    names: list[str],
    observed: NDArray[np.int64],
    expected: Numbers,
    dispersion: Numbers,
    size: Numbers,
    certainty: float,
) -> tuple[Spot, ...]:
    """Every place by how many accidents more than expected it truly has, most first.

    `expected` is for the whole period, `dispersion` is the place's own (it grows with its length), `size` the
    kilometre-years (or years) that rates are for. Given the count, the true mean follows a gamma law: its mean is
    weight × expected + (1 − weight) × observed, its variance (1 − weight) times that. A place is flagged where that
    law puts at least `certainty` above what was expected.
    """
    from scipy.special import gammaincc  # late: scipy.special costs 0.1 s at start-up

    weight = 1 / (1 + expected / dispersion)
    eb = weight * expected + (1 - weight) * observed
    sd = np.sqrt((1 - weight) * eb)
    above = gammaincc(dispersion + observed, expected / (1 - weight))
    order = np.lexsort((np.arange(len(names)), expected - eb))
    return tuple(
        Spot(
            names[at],
            None,
            None,
            int(observed[at]),
            None,
            float(expected[at]),
            float(weight[at]),
            float(eb[at]),
            float(sd[at]),
            float(eb[at] / size[at]),
            float(sd[at] / size[at]),
            float(above[at]),
            bool(above[at] >= certainty),
        )
        for at in order
    )
