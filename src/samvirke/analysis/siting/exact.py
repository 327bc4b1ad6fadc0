"""Small instances are solved to the end with HiGHS; larger ones keep their bound."""

from __future__ import annotations

from typing import Any

import numpy as np

from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.siting.near import Reach, Whole

# Entries of the matrix up to which it is tried, and how many branches are followed at most.
_SMALL, _BRANCHES = 20_000, 2_000


def exact_covering(reach: Reach, sites: int, k: int) -> Whole | None:
    """The sites that cover most, or None where that is not small or not finished."""
    groups = reach.weight.size
    if reach.sites.size > _SMALL:
        return None
    from scipy.sparse import coo_array  # late: scipy costs 0.1 s at start-up

    # Group g can be covered only by an open site: y_g − Σ x_i ≤ 0.
    row = np.concatenate([np.arange(groups), np.repeat(np.arange(groups), np.diff(reach.starts))])
    column = np.concatenate([sites + np.arange(groups), reach.sites])
    entry = np.concatenate([np.ones(groups), -np.ones(reach.sites.size)])
    matrix = coo_array((entry, (row, column)), shape=(groups, sites + groups))
    return _solved(np.concatenate([np.zeros(sites), -reach.weight]), [(matrix, -np.inf, 0)], sites, k)


def exact_median(cost: Numbers, k: int) -> Whole | None:
    """The sites that are nearest, from the cost of serving each demand (rows) by each site (columns)."""
    rows, sites = cost.shape
    if cost.size > _SMALL:
        return None
    from scipy.sparse import coo_array  # late for the same reason as above

    every = sites + np.arange(cost.size)
    demand, site = np.repeat(np.arange(rows), sites), np.tile(np.arange(sites), rows)
    once = coo_array((np.ones(cost.size), (demand, every)), shape=(rows, sites + cost.size))
    pairs = np.arange(cost.size)
    entry = np.concatenate([np.ones(cost.size), -np.ones(cost.size)])
    opened = coo_array((entry, (np.tile(pairs, 2), np.concatenate([every, site]))), shape=(cost.size, once.shape[1]))
    return _solved(np.concatenate([np.zeros(sites), cost.ravel()]), [(once, 1, 1), (opened, -np.inf, 0)], sites, k)


def _solved(cost: Numbers, rows: list[tuple[Any, float, float]], sites: int, k: int) -> Whole | None:
    from scipy.optimize import Bounds, LinearConstraint, milp  # late for the same reason as above

    chosen = np.concatenate([np.ones(sites), np.zeros(cost.size - sites)])
    limits = [LinearConstraint(chosen[None, :], k, k), *(LinearConstraint(each.tocsr(), *ends) for each, *ends in rows)]
    options = {"node_limit": _BRANCHES, "mip_rel_gap": 0.0}
    found = milp(cost, integrality=chosen, bounds=Bounds(0, 1), constraints=limits, options=options)
    return np.flatnonzero(found.x[:sites] > 0.5) if found.status == 0 else None
