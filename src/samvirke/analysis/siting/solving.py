"""Puts the parts together: lists, choice and bound, and the exact answer where the case is small."""

from __future__ import annotations

import numpy as np

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.analysis.siting.coverage import covering, weight_of
from samvirke.analysis.siting.exact import exact_covering, exact_median
from samvirke.analysis.siting.median import cost_of, nearest_choice
from samvirke.analysis.siting.near import Points, Whole, nearest, within
from samvirke.foundation.words import _

# Pairs of site and demand that are measured, about a minute of work; and cells of the table of exchanges.
_MOST_PAIRS, _MOST_EXCHANGES = 20_000_000_000, 5_000_000


def coverage(sites: Points, demand: Points, weight: Numbers, k: int, radius: float) -> tuple[Whole, float, float]:
    """Sites, the weight they cover, and the most that any k could."""
    many = sites[0].size
    _refuse_work(many, demand[0].size, k)
    reach = within(sites, demand, weight, radius)
    refuse_unless(
        reach.weight.size > 0,
        _("No demand is within reach of any site."),
        _("Give a larger radius; look whether sites and demand are in one coordinate system."),
        key="radius",
    )
    chosen, value, bound = covering(reach, many, k)
    best = exact_covering(reach, many, k) if bound > value * (1 + 1e-9) else None
    if best is not None:
        value = weight_of(best, reach)
        return best, value, value
    return chosen, value, bound


def median(sites: Points, demand: Points, weight: Numbers, k: int, radius: float) -> tuple[Whole, float, float]:
    """Sites, the mean distance to the nearest, and the least that any k could reach; `radius` plays no part."""
    many, total = sites[0].size, float(weight.sum())
    _refuse_work(many, demand[0].size, k)
    chosen, value, bound = nearest_choice(nearest(sites, demand, k), sites, demand, weight, k)
    best = None
    if value > bound * (1 + 1e-9) and many * demand[0].size <= 1e6:
        cost = np.hypot(sites[0] - demand[0][:, None], sites[1] - demand[1][:, None]) * weight[:, None]
        best = exact_median(cost, k)
    if best is not None:
        chosen, value = best, cost_of(best, sites, demand, weight)
        bound = value
    return chosen, value / total, bound / total


def _refuse_work(sites: int, demand: int, k: int) -> None:
    refuse_unless(
        sites * demand <= _MOST_PAIRS and sites * k <= _MOST_EXCHANGES,
        _("{sites} sites, {demand} points of demand and k {k} are more than can be held and measured."),
        _("Give fewer sites, or demand added up to squares with their weight."),
        key="k",
        sites=f"{sites:,}",
        demand=f"{demand:,}",
        k=k,
    )
