"""Whether the sites, the demand and what stands today can be worked with."""

from __future__ import annotations

from samvirke.analysis.kit import refuse_unless
from samvirke.analysis.kit.checks import Numbers
from samvirke.foundation.words import _

Points = tuple[Numbers, Numbers]


def check(sites: Points, demand: Points, weight: Numbers, k: int, today: Points | None) -> None:
    """Refuse what leaves nothing to choose, or nothing to choose for."""
    refuse_unless(
        demand[0].size > 0 and bool(weight.sum() > 0),
        _("There is no demand."),
        _("Choose a longer period or a larger area; weights must not all be 0."),
        column="weight" if demand[0].size else "demand_x",
    )
    refuse_unless(
        k <= sites[0].size,
        _("{k} sites are to be chosen, but there are only {sites}."),
        _("Give fewer, or more sites to choose from."),
        key="k",
        k=k,
        sites=sites[0].size,
    )
    refuse_unless(
        today is None or today[0].size > 0,
        _("Nothing stands today."),
        _("Leave the file of today's sites out, or give at least one."),
        column="present_x",
    )
