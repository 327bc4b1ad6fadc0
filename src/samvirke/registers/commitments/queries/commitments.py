"""The commitments that somebody may see, and those that are late or soon due."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F, Q, QuerySet

from samvirke.foundation.clock import today
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def commitments(actor: Actor, district_id: str) -> QuerySet[Commitment]:
    """Every commitment of a district, the earliest date first, those without a date last."""
    rows = visible(actor, "commitments.read", Commitment.objects.filter(district_id=district_id))
    return rows.select_related("body", "district").order_by(F("due").asc(nulls_last=True), "slug", "pk")


def commitments_of(actor: Actor, body: Body) -> QuerySet[Commitment]:
    """Those of one body: recorded at its table, or owned by it. A district council also has those of the plan."""
    rows = commitments(actor, body.district_id)
    if body.kind == "district-council":
        return rows.filter(Q(body=body) | Q(body__isnull=True))
    return rows.filter(Q(body=body) | Q(pk__in=_owned_by(rows, body)))


def overdue(rows: QuerySet[Commitment]) -> QuerySet[Commitment]:
    """Open and past their date, the latest first."""
    return rows.filter(state=OPEN, due__lt=today())


def due_within(rows: QuerySet[Commitment], days: int) -> QuerySet[Commitment]:
    """Open and due from today until so many days ahead."""
    return rows.filter(state=OPEN, due__gte=today(), due__lte=today() + timedelta(days=days))


def _owned_by(rows: QuerySet[Commitment], body: Body) -> list[object]:
    # Owners are a JSON list; SQLite cannot search in it, and a district has a few hundred rows.
    return [pk for pk, owners in rows.values_list("pk", "owners") if body.pk in owners]
