"""The ways of counting that several indicators share."""

from __future__ import annotations

from samvirke.desks.plan.queries.plans import series_of
from samvirke.foundation.period import Period
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.kit import Count, Counted


def incidents(*categories: str) -> Count:
    """Incidents of some categories together, by the day they are counted on."""

    def count(facts: Facts, period: Period) -> dict[int, Counted]:
        if facts.store.is_empty or not facts.store.covers(period):
            return {}
        return {code: Counted(total) for code, total in facts.cube.count(categories, period).items()}

    return count


def series(slug: str) -> Count:
    """A hand-kept series: one printed in a plan, or counted by hand. A share keeps its n as the whole."""

    def count(facts: Facts, period: Period) -> dict[int, Counted]:
        found = series_of(facts.actor, facts.district.pk, slug)
        points = [point for point in found.points.all() if point.period == str(period)] if found else []
        return {point.municipality_id or DISTRICT: Counted(point.value, point.n) for point in points}

    return count
