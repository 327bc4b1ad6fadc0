"""Interrupted series beside statsmodels: the same coefficients first, then the time.

How to read it: statsmodels fits the same regression (quasi-Poisson: a Poisson GLM) with Newey and West's errors;
its errors differ by design, see the page of the analysis. The differences of counts take microseconds everywhere.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from _side_by_side import Table, growth, peer, timed

from samvirke.analysis import effect
from samvirke.analysis.effect import Parameters

SIZES = (104, 1_000, 4_000)


def periods(n: int) -> tuple[np.ndarray, np.ndarray, Parameters]:
    """Daily counts with a season, lower by a fifth from two thirds on."""
    rng, when = np.random.default_rng(1), np.arange(n)
    cut = 2 * n // 3
    mean = 20 * np.exp(0.2 * np.sin(2 * np.pi * when / 365.25) - 0.2 * (when >= cut))
    return when, rng.poisson(mean), Parameters(intervention=str(cut), harmonics=1)


def by_statsmodels(api: object, when: np.ndarray, count: np.ndarray, asked: Parameters) -> object:
    """The same design, as a GLM."""
    cut = int(asked.intervention)
    years, post, turn = (when - cut) / 365.25, when >= cut, 2 * np.pi * when / 365.25
    design = np.column_stack([np.ones_like(years), years, post, years * post, np.sin(turn), np.cos(turn)])
    lags = int(4 * (len(when) / 100) ** (2 / 9))
    model = api.GLM(count, design, family=api.families.Poisson())
    return model.fit(cov_type="HAC", cov_kwds={"maxlags": lags})


if __name__ == "__main__":
    table = Table("Interrupted series")
    api = peer("statsmodels.api")
    for n in SIZES:
        when, count, asked = periods(n)
        task = f"{n:,} periods"
        seconds, ours = timed(partial(effect, when, count, asked))
        table.add(task, "samvirke", seconds, "")
        if api:
            once, fit = timed(partial(by_statsmodels, api, when, count, asked))
            np.testing.assert_allclose(np.exp(fit.params[2]), ours.interrupted.level_change, rtol=1e-6)
            table.add(task, "statsmodels GLM, HAC", once, "the same coefficients to 1e-6")
    table.show("statsmodels")
    areas = Parameters((207,), (110,), (308,), (318,))
    print(f"One difference of areas: {timed(partial(effect, parameters=areas))[0]:.2g} s.\n")
    growth("interrupted series", lambda n: partial(effect, *periods(n)), [10, 100, 1_000, 10_000, 100_000])
