"""Closed cases whose time is over, and what still holds each."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, Q

from samvirke.desks.casework.models import Case
from samvirke.foundation.clock import today
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


@dataclass(frozen=True)
class Forgetting:
    """How deletion stands for whoever asks: what is late, what nobody can count down, and what is next."""

    overdue: list[Case]
    without_period: list[Case]
    coming: list[Case]


def forgetting(actor: Actor, district_id: str) -> Forgetting:
    """Among the cases of the actor's own agency that they may know of for this."""
    closed = Case.objects.filter(district_id=district_id, closed_on__isnull=False).select_related("owner", "declared")
    mine = visible(actor, "casework.see-forgetting", closed).order_by(F("keep_until").asc(nulls_last=True), "number")
    day = today()
    return Forgetting(
        overdue=list(mine.filter(keep_until__lt=day)),
        without_period=list(mine.filter(keep_until__isnull=True)),
        coming=list(mine.filter(Q(keep_until__gte=day))[:50]),
    )
