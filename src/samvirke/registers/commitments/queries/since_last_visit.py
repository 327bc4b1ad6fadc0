"""What has changed among the commitments of somebody's bodies since they last said that they had seen it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from samvirke.foundation.clock import now, today
from samvirke.registers.commitments.models import Commitment, LastVisit, StatusReport, Step
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.sittings import bodies_of
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

_FIRST_LOOK = timedelta(days=30)


@dataclass(frozen=True)
class Since:
    """The day of the last visit (nothing the first time), what happened since, and what has passed its date since."""

    on: date | None
    changes: list[StatusReport | Step]
    became_late: list[Commitment]
    until: datetime


def own_bodies(actor: Actor, district_id: str) -> QuerySet[Body]:
    """The bodies of the district on which they sit themselves today, or cover for somebody."""
    return bodies_of(actor, today()).filter(district_id=district_id).order_by("pk")


def own_commitments(actor: Actor, district_id: str) -> list[Commitment]:
    """What they answer for, what their agencies owe, and what stands at the table of their bodies."""
    tables = set(own_bodies(actor, district_id).values_list("pk", flat=True))
    theirs = tables | actor.agencies
    return [
        one
        for one in commitments(actor, district_id)
        if one.person_id == actor.account or one.body_id in tables or theirs.intersection(one.owners)
    ]


def since_last_visit(actor: Actor, district: District) -> Since:
    """Newest first. Who was never here is shown the last thirty days.

    Their own deeds are no news to them, nor is what was recorded by loading a plan, with nobody behind it.
    """
    last = LastVisit.objects.filter(account_id=actor.key, district=district).first()
    until = now()
    seen_at = last.at if last else until - _FIRST_LOOK
    seen_on = last.on if last else today() - _FIRST_LOOK
    own = own_commitments(actor, district.pk)
    wanted: dict[str, Any] = {"commitment__in": [one.pk for one in own], "at__gt": seen_at, "at__lte": until}
    if last is None:
        wanted["on__gte"] = seen_on
    changes: list[StatusReport | Step] = [
        *StatusReport.objects.filter(**wanted).exclude(by_id=actor.key).select_related("commitment", "by"),
        *Step.objects.filter(**wanted, by__isnull=False).exclude(by_id=actor.key).select_related("commitment", "by"),
    ]
    late = [one for one in own if one.state == OPEN and one.due and seen_on <= one.due < today()]
    return Since(last.on if last else None, sorted(changes, key=lambda one: one.at, reverse=True), late, until)
