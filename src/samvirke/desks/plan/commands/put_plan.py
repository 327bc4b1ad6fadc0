"""Puts a plan in place with its sections, focus areas and goals."""

from __future__ import annotations

from typing import Any

from samvirke.desks.plan.models import FocusArea, Goal, Plan, Section
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("plan.put", on="district")
def put_plan(actor: Actor, *, district: District, facts: dict[str, Any], sections: list[dict[str, Any]]) -> Plan:
    """Write a plan; doing it again replaces its parts. A section carries `focus_area` (or none) and `goals`."""
    plan, _made = Plan.objects.update_or_create(id=facts["id"], defaults={**facts, "district": district})
    plan.sections.all().delete()
    for given in sections:
        own = {name: value for name, value in given.items() if name not in ("focus_area", "goals")}
        section = Section.objects.create(plan=plan, **own)
        if given["focus_area"]:
            FocusArea.objects.create(plan=plan, section=section, **given["focus_area"])
        Goal.objects.bulk_create(Goal(plan=plan, section=section, **goal) for goal in given["goals"])
    note(plan, sections=len(sections))
    return plan
