"""How many: what is expected of each kind in each municipality and quarter, and what chance makes of it.

This is the first step of every simulation, so that a study of many seeds can stop here and still speak of the
same districts.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.simulation.parameters import Parameters


def expected_counts(parameters: Parameters) -> NDArray[np.float64]:
    """What is expected, by kind × municipality × quarter of report."""
    kinds, codes = parameters.kinds, parameters.municipalities
    average = np.array([[kind.quarterly.get(code, 0.0) for code in codes] for kind in kinds])
    found = average[:, :, None] * _seasons(parameters)[:, None, :]
    for change in parameters.rate_changes:
        of_kind = np.array([kind.name == change.kind for kind in kinds])
        there = np.isin(codes, change.municipalities)
        factors = np.array([change.factor(quarter) for quarter in parameters.quarters])
        found[np.ix_(of_kind, there)] *= factors
    return found * parameters.scale


def draw_counts(parameters: Parameters, generator: np.random.Generator) -> NDArray[np.int64]:
    """Independent Poisson counts around what is expected."""
    return generator.poisson(expected_counts(parameters))


def _seasons(parameters: Parameters) -> NDArray[np.float64]:
    """How a quarter differs from the average one, by kind × quarter: the same in every year."""
    of_year = np.array([kind.months for kind in parameters.kinds]).reshape(-1, 4, 3).mean(axis=2)
    return of_year[:, [quarter.number - 1 for quarter in parameters.quarters]]
