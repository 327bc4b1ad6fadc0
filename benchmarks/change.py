"""Change between two counts beside its peers: the same intervals and p-values first, then a thousand rows.

How to read it: a pack asks for hundreds of rows at once, so the time for many is what matters. scipy's own
E-test breaks ties by rounding and differs from the definition in some rows; the row says in how many.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from _side_by_side import Table, growth, peer, timed

from samvirke.analysis.change import changes

ROWS = 1_000


def pairs(rows: int = ROWS) -> tuple[np.ndarray, np.ndarray]:
    """Counts as a quarter of a district has them."""
    rng = np.random.default_rng(1)
    rate = rng.uniform(2, 400, rows)
    return rng.poisson(rate), rng.poisson(rate * rng.uniform(0.6, 1.5, rows))


if __name__ == "__main__":
    table, (before, after) = Table(f"Change: {ROWS:,} pairs of counts"), pairs()
    changes(before, after)
    seconds, ours = timed(lambda: changes(before, after))
    rows = list(zip(before.tolist(), after.tolist(), strict=True))
    for task in ("exact interval", "E-test"):
        table.add(task, "samvirke, all of it at once", seconds, "")
    if peer("scipy.stats"):
        from scipy.stats import binomtest, poisson_means_test

        took, found = timed(lambda: [binomtest(b, a + b).proportion_ci(method="exact") for a, b in rows if a and b])
        mine = [(low, high) for a, b, low, high in zip(before, after, ours.low, ours.high, strict=True) if a and b]
        theirs = [(each.low / (1 - each.low), each.high / (1 - each.high)) for each in found]
        np.testing.assert_allclose(mine, theirs, rtol=1e-8)
        table.add("exact interval", "scipy binomtest", took, "the same to 1e-8")
        took, found = timed(lambda: [poisson_means_test(a, 1, b, 1).pvalue for a, b in rows], runs=1)
        off = np.abs(np.array(found) - ours.p_e_test) > 1e-6
        table.add("E-test", "scipy poisson_means_test", took, f"differs in {off.sum()} of {ROWS} rows")
    if peer("statsmodels.stats.rates"):
        from statsmodels.stats.rates import test_poisson_2indep

        took, found = timed(lambda: [test_poisson_2indep(b, 1, a, 1, method="exact-cond").pvalue for a, b in rows])
        np.testing.assert_allclose(np.minimum(found, 1), ours.p_exact, rtol=1e-6)
        table.add("exact interval", "statsmodels exact-cond (p only)", took, "the same p")
        took, found = timed(lambda: [test_poisson_2indep(b, 1, a, 1, method="etest").pvalue for a, b in rows], runs=1)
        off = np.abs(np.array(found) - ours.p_e_test) > 1e-6
        table.add("E-test", "statsmodels etest", took, f"differs in {off.sum()} of {ROWS} rows")
    table.show("scipy", "statsmodels")
    growth("changes", lambda n: partial(changes, *pairs(n)), [1, 10, 100, 1_000, 10_000])
