"""Exactly what becomes public, before it does; and what is different between two years."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samvirke.desks.plan.content import public_content
from samvirke.desks.plan.edition_content import edition_content
from samvirke.desks.plan.engine.year_difference import year_difference
from samvirke.desks.plan.models import Plan
from samvirke.desks.plan.queries.plans import local_plans, plans
from samvirke.doors.web.plan.room import found, frame, stage_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.handovers.plan_paper.pdf import plan_pdf
from samvirke.registers.places.models import District
from samvirke.registers.publications.shown_plan import shown_changes, shown_plan


@page("plan.see")
def preview(request: Asked, district: District, plan_id: str) -> HttpResponse:
    """The public page of the plan as it reads now, made by what makes the public page."""
    plan = found(request, district, plan_id)
    shown = shown_plan(edition_content(plan), request.speech.language)
    return render(request, "web/plan_preview.html", frame(request, plan, "plan-preview") | {"shown": shown})


@page("plan.see")
def paper(request: Asked, district: District, plan_id: str) -> HttpResponse:
    """The paper of the plan as it reads now (PDF/A and PDF/UA)."""
    plan = found(request, district, plan_id)
    edition = plan.editions.first()
    made = plan_pdf(
        edition_content(plan),
        request.speech.language,
        published_on=str(today()),
        edition=edition.number if edition else 1,
        invented=plan.invented or district.invented,
    )
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{plan.pk}-{request.speech.language}.pdf"'
    return answer


@page("plan.see")
def changes(request: Asked, district: District, plan_id: str) -> HttpResponse:
    """What this plan says that another did not: the one before it, or the one that `from` names."""
    held = [*plans(request.actor, district.pk), *local_plans(request.actor, district.pk)]
    plan = next((one for one in held if one.pk == plan_id), None)
    if plan is None:
        raise Http404
    others = [one for one in held if (one.body_id, one.kind) == (plan.body_id, plan.kind) and one.pk != plan.pk]
    wanted = request.GET.get("from", "")
    earlier = next((one for one in others if one.pk == wanted), None)
    earlier = earlier or next((one for one in others if one.year < plan.year), None)
    context = {
        "district": district,
        "plan": plan,
        "title": plan.words.text(request.speech.language),
        "stage": stage_said(request, plan),
        "others": [(one.pk, one.year, one == earlier) for one in others],
        "earlier": earlier,
        "changes": _compared(earlier, plan, request.speech.language) if earlier else {},
        "anchors": _page_of(district, plan),
        "unfolded": True,
    }
    return render(request, "web/plan_changes.html", context)


def _compared(earlier: Plan, plan: Plan, language: str) -> dict[str, object]:
    rows = year_difference(_as_read(earlier), _as_read(plan)).stored()
    return shown_changes({"year": earlier.year, "rows": rows}, language)


def _page_of(district: District, plan: Plan) -> str:
    """Where the newer plan can be read, section by section."""
    if plan.is_drafted_here:
        return reverse("plan-preview", args=[district.pk, plan.pk])
    return reverse("plan-year", args=[district.pk, plan.year])


def _as_read(plan: Plan) -> dict[str, object]:
    """What was published of it, or as it reads now."""
    edition = plan.editions.first()
    return edition.content if edition else public_content(plan)
