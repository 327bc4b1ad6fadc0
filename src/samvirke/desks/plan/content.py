"""A plan as the public gets it: everything the plan says, in both languages, with stable anchors."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from samvirke.desks.plan.models import Measure, Plan, Section
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.partners.models import Body
from samvirke.trust.identity.models import Agency

Names = dict[str, dict[str, str]]
# What is added when a text that all have approved is signed and published, and so is no part of what they approve.
_LATER = ("signed_on", "signed_at", "signatories", "approvals", "changes")
# What others call the district, the council and the owners may change without the plan saying anything else.
_NAMES = ("district", "body")


def public_content(plan: Plan, named: bool = True) -> dict[str, Any]:
    """Plain data: words by language, sections in order. Names of owners are those of agencies and bodies, or their ids.

    A plan that was drafted here says what it proposes; one that came in as it was printed, what was recorded of it.
    """
    promised = _promised(plan)
    names = _names(owner for one in promised for owner in one.owners) if named else {}
    parents = set(plan.sections.values_list("under", flat=True)) - {""}
    sections = plan.sections.prefetch_related("goals", "versions").select_related("focus_area")
    return {
        "id": plan.pk,
        "plan_kind": plan.kind,
        "district": plan.district.name,
        "body": plan.body.name,
        "title": plan.title,
        "year": plan.year,
        "until": plan.last_year,
        "signed_on": str(plan.signed_on) if plan.signed_on else "",
        "signed_at": plan.signed_at,
        "parts": plan.parts,
        "signatories": [{"name": one["name"], "office": one["office"]} for one in plan.signatories],
        "sections": [_section(section, promised, parents, names, plan.district.language) for section in sections],
        **({"invented": True} if plan.invented else {}),
        "figures": plan.figures,
        "findings": plan.findings,
    }


def digest_of(content: dict[str, Any]) -> str:
    """The hash of a plan's content, under which an edition is known."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def text_digest(plan: Plan) -> str:
    """The hash of what the parties approve: the plan without who signed it, whatever its owners are called."""
    content = public_content(plan, named=False)
    return digest_of({name: value for name, value in content.items() if name not in (*_LATER, *_NAMES)})


def _promised(plan: Plan) -> list[Measure] | list[Commitment]:
    if plan.is_drafted_here:
        return list(plan.measures.select_related("section").order_by("slug"))
    return list(Commitment.objects.filter(plan_id=plan.pk).order_by("slug"))


def _names(ids: Iterable[str]) -> Names:
    wanted = set(ids)
    agencies = dict(Agency.objects.filter(pk__in=wanted).values_list("pk", "name"))
    return agencies | dict(Body.objects.filter(pk__in=wanted).values_list("pk", "name"))


def _section(
    section: Section, promised: Iterable[Measure | Commitment], parents: set[str], names: Names, language: str
) -> dict[str, Any]:
    focus = getattr(section, "focus_area", None)
    return {
        "number": section.number,
        "key": section.key,
        "formerly": section.formerly,
        "anchor": section.anchor,
        "depth": section.depth,
        "part": section.part,
        "heading": section.heading,
        "has_body": section.has_body,
        "has_parts": section.number in parents,
        "summary": section.summary,
        "looking_back": section.looking_back,
        **({"older": older} if (older := section.older_languages(language)) else {}),
        "focus": focus and {"title": focus.title, "scope": focus.scope},
        "goals": [
            {
                "key": goal.slug,
                "text": goal.text,
                "measurable": goal.measurable,
                "indicator": goal.indicator,
                "why_not": goal.why_not,
            }
            for goal in section.goals.all()
        ],
        "commitments": [_commitment(one, names) for one in promised if _stands_in(one, section)],
    }


def _stands_in(one: Measure | Commitment, section: Section) -> bool:
    return one.section_id == section.pk if isinstance(one, Measure) else section.holds(one.origin)


def _commitment(one: Measure | Commitment, names: Names) -> dict[str, Any]:
    return {
        "key": one.slug,
        "title": one.title,
        "text": one.text,
        "owners": [names.get(owner, {"da": owner}) for owner in one.owners],
        "kind": one.kind,
        "measurable": one.measurable,
        "why_not": one.why_not,
        "begins": str(one.begins) if one.begins else "",
        "due": str(one.due) if one.due else "",
        "times": one.times,
        "per": one.per,
        "area": one.area,
        "dose": one.dose,
        "audience": one.audience,
        "cost": one.cost,
        "prevention": one.prevention,
    }
