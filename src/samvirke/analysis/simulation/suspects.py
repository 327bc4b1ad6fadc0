"""Whether a suspect was young: a share of each kind, drawn beside everything else and never from its generator."""

from __future__ import annotations

import numpy as np

from samvirke.analysis.simulation.columns import NOBODY_YOUNG, NOT_TOLD, SOMEBODY_YOUNG, Rows
from samvirke.analysis.simulation.parameters import Parameters
from samvirke.foundation.period import Period

# What is planted was chosen with the district's own draws; these come from a stream that is told apart by this number.
_STREAM = 1017


def with_suspects(rows: Rows, parameters: Parameters, quarter: Period) -> Rows:
    """The rows of a quarter, each told whether somebody of 10–17 years was suspected; kinds without a share are not."""
    stream = np.random.PCG64([parameters.seed, _STREAM, quarter.year, quarter.number])
    shares = np.array([parameters.young.get(kind, np.nan) for kind in parameters.kind_of_code])[rows.code]
    drawn = np.random.Generator(stream).random(len(rows)) < shares
    young = np.where(np.isnan(shares), NOT_TOLD, np.where(drawn, SOMEBODY_YOUNG, NOBODY_YOUNG))
    return rows.put(np.arange(len(rows)), young=young)
