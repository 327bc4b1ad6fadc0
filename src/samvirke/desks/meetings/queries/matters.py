"""Matters between the bodies of a district; closed ones only for those who keep the bodies' agendas."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from samvirke.desks.meetings.models import Matter
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def matters(actor: Actor, district_id: str) -> QuerySet[Matter]:
    """Unanswered ones first, by the day an answer is expected."""
    here = Body.objects.filter(district_id=district_id)
    seen, kept = visible(actor, "meetings.see", here), visible(actor, "meetings.forward", here)
    rows = Matter.objects.filter(from_body__in=seen).filter(Q(is_open=True) | Q(from_body__in=kept))
    return rows.select_related("from_body", "to_body").order_by(F("answered_on").asc(nulls_first=True), "answer_by")
