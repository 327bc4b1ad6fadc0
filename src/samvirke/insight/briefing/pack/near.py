"""Burglaries close to one another in the place of a pack, where it may be told how many there were."""

from __future__ import annotations

from samvirke.insight.briefing.figures import twelve_months
from samvirke.insight.briefing.pack.occasion import Occasion
from samvirke.insight.studies.near_repeats import NearRepeats, near_repeats


def near_repeats_of(occasion: Occasion) -> NearRepeats | None:
    """The study of twelve months of one municipality; nothing for several, or where their number is hidden."""
    burglary = [one for one in occasion.chosen.indicators() if "burglary-home" in one.categories]
    if not burglary or occasion.has_parts:
        return None
    # How many pairs there are, and of how many, would tell of a quarter whose number is hidden.
    whole = twelve_months(occasion.facts, burglary[0], occasion.quarter, occasion.audience).get(occasion.area)
    if whole is None or not whole.shown:
        return None
    first = occasion.quarter.back(4)[0].first
    towns = occasion.body.district.towns.all()
    return near_repeats(occasion.facts.store, towns, ("burglary-home",), first, occasion.quarter.after, occasion.area)
