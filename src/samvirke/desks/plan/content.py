"""A plan as the public gets it: everything the plan says, in both languages, with stable anchors."""

from __future__ import annotations

from typing import Any

from samvirke.desks.plan.models import Plan, Section
from samvirke.registers.commitments.models import Commitment


def public_content(plan: Plan) -> dict[str, Any]:
    """Plain data: words by language, sections in order. Names of owners are those of agencies and bodies."""
    promised = list(Commitment.objects.filter(plan_id=plan.pk).order_by("slug"))
    parents = set(plan.sections.values_list("under", flat=True)) - {""}
    sections = plan.sections.prefetch_related("goals").select_related("focus_area")
    return {
        "id": plan.pk,
        "district": plan.district.name,
        "title": plan.title,
        "year": plan.year,
        "signed_on": str(plan.signed_on) if plan.signed_on else "",
        "signed_at": plan.signed_at,
        "parts": plan.parts,
        "signatories": [{"name": one["name"], "office": one["office"]} for one in plan.signatories],
        "sections": [_section(section, promised, parents) for section in sections],
        "figures": plan.figures,
        "findings": plan.findings,
    }


def _section(section: Section, promised: list[Commitment], parents: set[str]) -> dict[str, Any]:
    focus = getattr(section, "focus_area", None)
    return {
        "number": section.number,
        "anchor": section.anchor,
        "depth": section.depth,
        "part": section.part,
        "heading": section.heading,
        "has_body": section.has_body,
        "has_parts": section.number in parents,
        "summary": section.summary,
        "focus": focus and {"title": focus.title, "scope": focus.scope},
        "goals": [
            {"text": goal.text, "measurable": goal.measurable, "why_not": goal.why_not} for goal in section.goals.all()
        ],
        "commitments": [_commitment(one) for one in promised if section.holds(one.origin)],
    }


def _commitment(one: Commitment) -> dict[str, Any]:
    return {
        "title": one.title,
        "text": one.text,
        "kind": one.kind,
        "measurable": one.measurable,
        "why_not": one.why_not,
        "due": str(one.due) if one.due else "",
        "times": one.times,
        "per": one.per,
    }
