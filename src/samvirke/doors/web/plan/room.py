"""What every page of a draft begins with: the plan behind the address, its stages, and how a refusal is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from samvirke.desks.plan.models import Plan
from samvirke.desks.plan.models.plan import (
    APPROVAL,
    CONSULTATION,
    COOPERATION,
    DISCUSSED,
    DRAFT,
    IN_FORCE,
    PUBLISHED,
    SIGNED,
)
from samvirke.desks.plan.queries.plans import replaced_by
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may, visible

_STAGES = {
    DRAFT: _("Draft"),
    CONSULTATION: _("Consultation"),
    DISCUSSED: _("Discussed"),
    APPROVAL: _("For approval"),
    SIGNED: _("Signed"),
    PUBLISHED: _("Published"),
}
_LOCAL = {DRAFT: _("Draft"), APPROVAL: _("For approval"), SIGNED: _("In force"), PUBLISHED: _("Published")}
_TABS = (
    ("plan-draft", _("Where it stands")),
    ("plan-goals", _("Goals and measures")),
    ("plan-consultation", _("Consultation")),
    ("plan-approval", _("Approval")),
    ("plan-preview", _("Preview of the plan")),
)
KINDS = {COOPERATION: _("Cooperation plan"), "action": _("Action plan"), "ssp": _("SSP plan")}


@dataclass(frozen=True)
class Wrong:
    """A form that was refused: which one, why, and what had been typed, so that nobody types it again."""

    form: str = ""
    reasons: list[str] = field(default_factory=list)
    typed: Mapping[str, Any] = field(default_factory=dict)


NOTHING_WRONG = Wrong()
Deed = Callable[[Asked, Plan], None]
Show = Callable[[Asked, Plan, Wrong], dict[str, Any]]


def found(request: Asked, district: District, plan_id: str) -> Plan:
    """The plan of that address, drafted in this district; a missing and a forbidden one are the same page."""
    rows = Plan.objects.filter(pk=plan_id, district=district, begun_on__isnull=False)
    plan = visible(request.actor, "plan.see", rows).select_related("district", "body", "before").first()
    if plan is None:
        raise Http404
    return plan


def frame(request: Asked, plan: Plan, here: str) -> dict[str, Any]:
    """What the head of each page of a draft says."""
    speech = request.speech
    return {
        "district": request.district,
        "plan": plan,
        "title": plan.words.text(speech.language),
        "years": str(plan.year) if plan.last_year == plan.year else f"{plan.year}–{plan.last_year}",
        "kind": speech.say(KINDS[plan.kind]),
        "is_local": plan.kind != COOPERATION,
        "stages": _stages(request, plan),
        "stage": stage_said(request, plan),
        "tabs": [(name, speech.say(title), name == here) for name, title in _TABS],
        "edits": may(request.actor, "plan.write", plan),
        "may_write": may(request.actor, "plan.write", plan) and plan.is_open,
    }


def stage_said(request: Asked, plan: Plan, replaced: bool | None = None) -> str:
    """The stage of a plan in words; one whose place a later plan has taken is replaced (a list may know it already)."""
    if replaced is None:
        replaced = plan.stage in IN_FORCE and replaced_by(request.actor, plan) is not None
    if replaced:
        return request.speech.say(_("Replaced"))
    names = _STAGES if plan.kind == COOPERATION else _STAGES | _LOCAL
    return request.speech.say(names[plan.stage])


def answered(
    request: Asked, plan: Plan, template: str, show: Show, deeds: Mapping[str, Deed], to: tuple[Any, ...]
) -> HttpResponse:
    """Show the page, or do what its form asks for and come back; a refused form comes back as it was typed."""
    if request.method != "POST":
        return render(request, template, show(request, plan, NOTHING_WRONG))
    deed = deeds.get(request.POST.get("deed", ""))
    if deed is None:
        raise Http404
    try:
        deed(request, plan)
    except NotAllowed:
        raise
    except Refused as refusal:
        return render(request, template, show(request, plan, wrong_in(request, refusal)), status=422)
    return redirect(*to)


def wrong_in(request: Asked, refusal: Refused) -> Wrong:
    """The refusal of a form, with each reason in the reader's language."""
    reasons = [
        f"{one.what.text(request.speech.language)} {one.remedy.text(request.speech.language)}" for one in refusal.faults
    ]
    return Wrong(str(request.POST.get("deed", "")), reasons, request.POST)


def whole(request: Asked, name: str) -> int:
    """A whole number that a form carries; 0 when it carries none."""
    sent = request.POST.get(name, "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else 0


def day_in(request: Asked, name: str) -> date | None:
    """A day that a form carries. Raises `Refused` for what is no day."""
    sent = request.POST.get(name, "").strip()
    if not sent:
        return None
    try:
        return date.fromisoformat(sent)
    except ValueError as fault:
        raise Refused.because(_("That is no date."), _("Write it as year-month-day, or choose it.")) from fault


def needed_day(request: Asked, name: str) -> date:
    """The same, where there must be one."""
    day = day_in(request, name)
    if day is None:
        raise Refused.because(_("The date is missing."), _("Choose a day."))
    return day


def _stages(request: Asked, plan: Plan) -> list[tuple[str, str]]:
    """Each stage with whether it is past, here or still to come."""
    names = list(_STAGES if plan.kind == COOPERATION else _LOCAL)
    at = names.index(plan.stage) if plan.stage in names else 0
    said = _STAGES if plan.kind == COOPERATION else _LOCAL
    return [
        (request.speech.say(said[name]), "past" if place < at else "here" if place == at else "later")
        for place, name in enumerate(names)
    ]
