"""What has been counted of cases in a district, by kind, what, municipality and month: numbers without anybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count

from samvirke.desks.casework.engine.counted_words import LEFT
from samvirke.desks.casework.models import Tally
from samvirke.foundation.period import Period
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask


@dataclass(frozen=True)
class Tallies:
    """Counts by kind of case and what; each by month, and by municipality, or none where it is not known."""

    counts: Mapping[tuple[str, str], Mapping[date, Mapping[int | None, int]]]

    def count(self, case_type: str, what: str, period: Period) -> dict[int | None, int]:
        """How often it happened in a period, by municipality; places without any are left out."""
        rows = self.counts.get((case_type, what), {})
        found: dict[int | None, int] = defaultdict(int)
        for month in period.within("month"):
            for municipality, times in rows.get(month.first, {}).items():
                found[municipality] += times
        return dict(found)

    def began(self, case_type: str) -> date | None:
        """The first month in which anything of a kind of case was counted."""
        return self._firsts.get(case_type)

    @cached_property
    def _firsts(self) -> dict[str, date]:
        found: dict[str, date] = {}
        for (kind, _what), rows in self.counts.items():
            found[kind] = min([*rows, found.get(kind, date.max)])
        return found


def tallies(actor: Actor, district: District) -> Tallies:
    """Everything counted in a district, in one question. For figures that are released together."""
    ask(actor, "casework.count", district)
    found: dict[tuple[str, str], dict[date, dict[int | None, int]]] = defaultdict(lambda: defaultdict(dict))
    rows = Tally.objects.filter(district_id=district.pk)
    for kind, what, place, month, times in rows.values_list("case_type", "what", "municipality", "month").annotate(
        times=Count("pk")
    ):
        found[kind, what][month][place] = times
    return Tallies(found)


def days_counted(actor: Actor, district: District) -> dict[tuple[str, str], list[tuple[date, int]]]:
    """By kind of case and what: the month and the days of each count that has some, beside stays in stages.

    For a median of many, never one by one.
    """
    ask(actor, "casework.count", district)
    found: dict[tuple[str, str], list[tuple[date, int]]] = defaultdict(list)
    rows = Tally.objects.filter(district_id=district.pk, days__isnull=False).exclude(what__startswith=LEFT)
    for kind, what, month, days in rows.values_list("case_type", "what", "month", "days"):
        found[kind, what].append((month, days or 0))
    return found
