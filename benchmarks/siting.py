"""Siting beside HiGHS: the same case, what each found and proved, and in how long.

How to read it: HiGHS (through scipy) gets the reduced case, demand added up by the sites that reach it, since the
whole one does not fit into a minute. It stops after a minute; the row says what it had proved by then. Ours has no
limit of time. The p-median of the larger case is not given to HiGHS: it has 50 million variables.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import Any

import numpy as np
from _side_by_side import Table, growth, timed
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from samvirke.analysis import siting
from samvirke.analysis.siting import Parameters
from samvirke.analysis.siting.near import within

K, RADIUS, LIMIT = 20, 3_000.0, 60.0
CASES = ((100, 5_000), (1_000, 50_000))


def case(sites: int, demand: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """40 × 40 km with 120 towns; sites are near some of the demand."""
    rng = np.random.default_rng(3)
    towns = rng.uniform(0, 40_000, (120, 2))
    points = towns[rng.integers(0, 120, demand)] + rng.normal(0, 1_500, (demand, 2))
    return points[rng.choice(demand, sites)] + rng.normal(0, 200, (sites, 2)), points, rng.integers(1, 20, demand) * 1.0


def ours(data: tuple[np.ndarray, ...], objective: str) -> Any:
    """The analysis."""
    sites, demand, weight = data
    return siting(*sites.T, *demand.T, weight, parameters=Parameters(K, RADIUS, objective))


def highs(data: tuple[np.ndarray, ...]) -> Any:
    """The maximal covering problem as a mixed integer programme over the reduced demand."""
    sites, demand, weight = data
    reach = within(tuple(sites.T), tuple(demand.T), weight, RADIUS)
    many, groups = len(sites), reach.weight.size
    row = np.concatenate([np.arange(groups), np.repeat(np.arange(groups), np.diff(reach.starts))])
    column = np.concatenate([many + np.arange(groups), reach.sites])
    entry = np.concatenate([np.ones(groups), -np.ones(reach.sites.size)])
    matrix = coo_array((entry, (row, column)), shape=(groups, many + groups)).tocsr()
    opened = np.concatenate([np.ones(many), np.zeros(groups)])
    limits = [LinearConstraint(opened[None, :], K, K), LinearConstraint(matrix, -np.inf, 0)]
    cost = np.concatenate([np.zeros(many), -reach.weight])
    return milp(cost, integrality=opened, bounds=Bounds(0, 1), constraints=limits, options={"time_limit": LIMIT})


def said(found: Any) -> str:
    """What we found and proved."""
    return f"{found.value:,.0f}, at most {found.gap:.2%} from the best"


if __name__ == "__main__":
    table = Table(f"Siting {K} of them")
    for sites, demand in [each for each in CASES if len(sys.argv) < 2 or each[1] <= int(sys.argv[1])]:
        data = case(sites, demand)
        for objective in ("coverage", "p-median"):
            ours(data, objective)
            seconds, found = timed(lambda d=data, o=objective: ours(d, o))
            task = f"{objective}, {sites:,} sites, {demand:,} points"
            table.add(task, "samvirke", seconds, said(found))
            if objective == "coverage":
                once, theirs = timed(lambda d=data: highs(d), runs=1)
                if theirs.x is not None:
                    assert found.bound >= -theirs.fun * (1 - 1e-9)
                proved = (
                    "nothing" if theirs.x is None else f"{-theirs.fun:,.0f}, at most {theirs.mip_gap:.2%} from the best"
                )
                table.add(task, f"HiGHS, at most {LIMIT:.0f} s", once, proved)
    table.show("scipy")
    sizes = (100, 1_000, 10_000, 100_000, 1_000_000)
    growth("coverage, 200 sites", lambda n: partial(ours, case(min(n, 200), n), "coverage"), sizes)
