"""A year of looks against the promise: how many were made, what chance gives, what came, and what it was."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from samvirke.insight.emerging.models import Look, Signal
from samvirke.insight.emerging.models.signal import DATA, KNOWN, REAL, WAITING
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask

_WEEKS = 52


@dataclass(frozen=True)
class Account:
    """The last 52 weeks up to the newest look. `by_chance` is the most that chance gives; nothing promises fewer."""

    first: date
    until: date
    looks: int
    questions: int
    by_chance: float
    raised: int
    waiting: int
    real: int
    data: int
    known: int
    newest: Look


def this_year(actor: Actor, district: District) -> Account | None:
    """Of a district; nothing before the first look."""
    ask(actor, "emerging.see", district)
    newest = Look.objects.filter(district=district).order_by("-until").first()
    if newest is None:
        return None
    since = newest.until - timedelta(weeks=_WEEKS)
    looks = list(Look.objects.filter(district=district, until__gt=since).order_by("until"))
    raised = Signal.objects.filter(district=district, first_until__gt=since).values_list("state", "verdict")
    found = Counter(verdict if state != WAITING else WAITING for state, verdict in raised)
    return Account(
        first=looks[0].until,
        until=newest.until,
        looks=len(looks),
        questions=sum(len(one.series) for one in looks),
        by_chance=sum(one.by_chance for one in looks),
        raised=sum(found.values()),
        waiting=found[WAITING],
        real=found[REAL],
        data=found[DATA],
        known=found[KNOWN],
        newest=newest,
    )
