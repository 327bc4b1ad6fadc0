"""Concentration beside the plain way: the same Gini first, then the time for one and for a thousand drawings.

How to read it: there is no peer that does all of it, so it is compared with numpy as one would write it.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from _side_by_side import Table, growth, timed

from samvirke.analysis import concentration
from samvirke.analysis.concentration import Parameters

PLACES, DRAWN = 100_000, 1_000


def gini(values: np.ndarray) -> float:
    """By sorting."""
    values = np.sort(values)
    rank = np.arange(1, len(values) + 1)
    return float(((2 * rank - len(values) - 1) @ values) / (len(values) * values.sum()))


def drawn(values: np.ndarray) -> list[float]:
    """The Gini of the places drawn again and again."""
    rng = np.random.default_rng(1)
    return [gini(rng.choice(values, len(values))) for _ in range(DRAWN)]


if __name__ == "__main__":
    table = Table(f"Concentration over {PLACES:,} places")
    counts = np.random.default_rng(2).negative_binomial(0.2, 0.05, PLACES)
    seconds, ours = timed(lambda: concentration(count=counts))
    once, plain = timed(lambda: gini(counts))
    assert abs(ours.gini - plain) < 1e-12
    table.add("Gini, half, curve", "samvirke", seconds, "")
    table.add("Gini, half, curve", "numpy, Gini only", once, "the same to 1e-12")
    parameters = Parameters(resamples=DRAWN)
    seconds, ours = timed(
        lambda: concentration(count=counts, parameters=parameters, generator=np.random.default_rng(1))
    )
    once, plain = timed(lambda: drawn(counts), runs=1)
    np.testing.assert_allclose(ours.interval_gini, np.quantile(plain, [0.025, 0.975]), atol=1e-3)
    table.add(f"interval from {DRAWN:,} drawings", "samvirke", seconds, "")
    table.add(f"interval from {DRAWN:,} drawings", "numpy, Gini only", once, "the same to 1e-3")
    table.show()
    drawn_counts = np.random.default_rng(3).negative_binomial(0.2, 0.05, 1_000_000)
    growth(
        "concentration",
        lambda n: partial(concentration, count=drawn_counts[:n] + 1),
        [100, 1_000, 10_000, 100_000, 1_000_000],
    )
