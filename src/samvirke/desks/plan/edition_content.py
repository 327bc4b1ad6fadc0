"""Exactly what becomes public with an edition: the plan, who approved it, and what is different from last year's."""

from __future__ import annotations

from typing import Any

from samvirke.desks.plan.content import public_content
from samvirke.desks.plan.engine.year_difference import year_difference
from samvirke.desks.plan.models import Approval, Plan
from samvirke.desks.plan.models.plan import IN_FORCE
from samvirke.registers.places.license import licensed


def edition_content(plan: Plan) -> dict[str, Any]:
    """Exactly what becomes public: the plan, who approved it when, and what is different from the year before."""
    content = public_content(plan)
    earlier = Plan.objects.filter(
        district=plan.district_id, kind=plan.kind, body=plan.body_id, stage__in=IN_FORCE, year__lt=plan.year
    ).first()
    content["approvals"] = [
        {"agency": one.party.agency.name, "on": str(one.day)}
        for one in Approval.objects.filter(party__plan=plan).select_related("party__agency").order_by("at")
    ]
    content |= licensed(plan.district)
    content["changes"] = _changes(earlier, content) if earlier else {}
    return content


def _changes(earlier: Plan, content: dict[str, Any]) -> dict[str, Any]:
    published = earlier.editions.first()
    before = published.content if published else public_content(earlier)
    return {"year": earlier.year, "rows": year_difference(before, content).stored()}
