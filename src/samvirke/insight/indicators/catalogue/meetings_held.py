"""Council meetings held of those owed in the year (afholdte møder)."""

from __future__ import annotations

from samvirke.foundation.period import Period
from samvirke.foundation.words import _
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.kit import Counted, Indicator
from samvirke.registers.commitments.queries.duty_standings import duty_standings
from samvirke.registers.partners.queries.bodies import bodies


def _count(facts: Facts, period: Period) -> dict[int, Counted]:
    councils = bodies(facts.actor).filter(district=facts.district, kind="local-council").prefetch_related("covers")
    standings = [
        one for one in duty_standings(facts.actor, councils, period.year) if one.duty.name == "local-council-meetings"
    ]
    if not any(one.done or one.planned for one in standings):
        return {}  # a year before the calendar was kept here is not a year without meetings
    by_place = {one.body.covers.all()[0].municipality_id: Counted(one.done, one.required) for one in standings}
    whole = sum(counted.whole or 0 for counted in by_place.values())
    return {**by_place, DISTRICT: Counted(sum(counted.part for counted in by_place.values()), whole)}


INDICATOR = Indicator(
    name="meetings-held",
    version=1,
    title=_("Local council meetings held"),
    subject=_("Meetings held"),
    counted=_("Meetings held so far of the four that each local council owes in the year."),
    source=_("The councils' calendar"),
    count=_count,
    kind="share",
    every="year",
    few=0,
    tested=False,
    several=True,
    words="lokalråd møde, lokalråd mødes, lokalrådsmøde, council meeting",
)
