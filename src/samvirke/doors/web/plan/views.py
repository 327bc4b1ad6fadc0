"""The plan section by section: goals, commitments, and what cannot be measured and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from samvirke.desks.plan.models import Plan, Section, Series
from samvirke.desks.plan.models.plan import IN_FORCE
from samvirke.desks.plan.queries.plans import plan_in_force, plans, replaced_by
from samvirke.doors.web.plan.drafts import council_of, next_year
from samvirke.doors.web.plan.room import stage_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.speech import how_often
from samvirke.foundation.words import _, said
from samvirke.insight.briefing.focus.register import briefs_of
from samvirke.insight.briefing.names import owners_said
from samvirke.insight.indicators.every import every_indicator
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

_SCOPES = {
    "national": _("National focus area"),
    "local": _("Local focus area"),
    "not-stated": _("Focus area; the plan does not say whether national or local"),
}
_KINDS = {"cadence": _("Cadence"), "activity": _("Activity"), "target": _("Target"), "one-off": _("Once")}


@dataclass(frozen=True)
class Shown:
    """A section as the page shows it."""

    section: Section
    heading: str
    summary: str
    part: str
    focus: dict[str, str] | None
    goals: list[dict[str, Any]]
    promises: list[dict[str, Any]]
    figures: list[dict[str, str]]
    series: list[dict[str, Any]]
    has_parts: bool


@page("plan.see")
def plan(request: Asked, district: District, year: int | None = None) -> HttpResponse:
    """The plan in force, or that of a year."""
    held = plans(request.actor, district.pk)
    found = held.filter(year=year).first() if year else plan_in_force(request.actor, district.pk)
    if year and found is None:
        raise Http404
    if found and found.stage not in IN_FORCE:
        return redirect("plan-draft", district.pk, found.pk)
    context = {
        "district": district,
        "plan": found,
        "years": [one.year for one in held],
        "may_read": may(request.actor, "plan.read", district),
        **_next(request, district, held),
    }
    if found:
        later = replaced_by(request.actor, found)
        context |= {**_shown_plan(request, found), "replaced_by": later.year if later else 0}
    return render(request, "web/plan.html", context)


def _next(request: Asked, district: District, held: QuerySet[Plan]) -> dict[str, Any]:
    """The draft that is under way, or the year for which one can be begun; and what there is to compare."""
    under_way = next((one for one in held if one.stage not in IN_FORCE), None)
    body = council_of(request, district)
    begins = body is not None and may(request.actor, "plan.begin", body)
    return {
        "draft": under_way,
        "draft_stage": stage_said(request, under_way) if under_way else "",
        "next_year": next_year(request, district) if begins and under_way is None else 0,
        "has_local": Body.objects.filter(district=district, kind="local-council").exists(),
    }


def _shown_plan(request: Asked, found: Plan) -> dict[str, Any]:
    speech = request.speech
    promised = list(commitments(request.actor, found.district_id).filter(plan_id=found.pk))
    printed = list(found.district.series.filter(origin__plan=found.year).prefetch_related("points"))
    held = _sections(found)
    parents = {section.under for section in held}
    sections = [_shown(request, found, section, promised, printed, section.number in parents) for section in held]
    measurable = sum(one.measurable for one in promised)
    return {
        "title": found.words.text(speech.language),
        "signed": speech.day(found.signed_on, year=True) if found.signed_on else "",
        "published": speech.words(found.published),
        "signatories": [
            {
                "name": one["name"],
                "office": speech.words(one["office"]) if one["office"] else speech.say(_("office not stated")),
            }
            for one in found.signatories
        ],
        "sections": sections,
        "findings": [speech.words(one["what"]) for one in found.findings],
        "goal_count": found.goals.count(),
        "goal_measurable": found.goals.filter(measurable=True).count(),
        "promise_count": len(promised),
        "promise_measurable": measurable,
    }


def _sections(found: Plan) -> list[Section]:
    return list(found.sections.prefetch_related("goals").select_related("focus_area").order_by("order"))


def _shown(
    request: Asked,
    found: Plan,
    section: Section,
    promised: list[Commitment],
    printed: list[Series],
    has_parts: bool,
) -> Shown:
    speech, heading = request.speech, section.words.text(request.speech.language)
    focus = getattr(section, "focus_area", None)
    return Shown(
        section=section,
        heading=heading,
        summary=speech.words(section.summary) if section.summary else "",
        part=speech.words(found.parts[section.part - 1]) if section.part and section.part <= len(found.parts) else "",
        focus=_focus(request, focus) if focus else None,
        goals=[_goal(request, goal) for goal in section.goals.all()],
        promises=[_promise(request, one) for one in promised if section.holds(one.origin)],
        figures=[
            {
                "what": speech.words(one["what"]),
                "value": speech.number(one["value"]),
                "note": speech.words(one["note"]) if one["note"] else "",
            }
            for one in found.figures
            if section.holds(one)
        ],
        series=[
            {
                "title": one.words.text(speech.language),
                "points": [(point.period, speech.number(point.value)) for point in one.points.all()],
            }
            for one in printed
            if section.holds(one.origin)
        ],
        has_parts=has_parts,
    )


def _focus(request: Asked, focus: Any) -> dict[str, Any]:
    speech = request.speech
    named = [every_indicator()[name] for name in focus.indicators if name in every_indicator()]
    return {
        "scope": speech.say(_SCOPES[focus.scope]),
        "indicators": [(one.name, speech.words(said(one.title))) for one in named],
        "briefs": [(one.name, speech.say(one.title)) for one in briefs_of(focus)],
        "without": speech.words(focus.without_indicator) if focus.without_indicator else "",
    }


def _goal(request: Asked, goal: Any) -> dict[str, Any]:
    speech = request.speech
    why = speech.words(goal.why_not) if goal.why_not else ""
    return {"text": goal.words.text(speech.language), "measurable": goal.measurable, "why_not": why}


def _promise(request: Asked, one: Commitment) -> dict[str, Any]:
    speech = request.speech
    cadence = speech.words(how_often(one.times, one.per)) if one.times and one.per else ""
    return {
        "title": one.words.text(speech.language),
        "text": speech.words(one.text),
        "owner": owners_said(one.owners, speech),
        "kind": speech.say(_KINDS[one.kind]),
        "cadence": cadence,
        "due": speech.day(one.due, year=True) if one.due else "",
        "measurable": one.measurable,
        "why_not": speech.words(one.why_not) if one.why_not else "",
        "optional": one.optional,
    }
