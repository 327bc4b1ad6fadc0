"""What was read from a file, item by item with line and doubt: a person takes each in or leaves it out."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from samvirke.desks.plan.models import Plan, ReadItem
from samvirke.desks.plan.models.read_item import FOCUS, LEFT_OUT, MEASURE, SECTION, TAKEN_IN, WAITING
from samvirke.desks.plan.reading.lines import Place
from samvirke.desks.plan.reading.spoken import level_said, place_said
from samvirke.doors.web.plan.goals import measure_form
from samvirke.doors.web.plan.measures import form_facts
from samvirke.doors.web.plan.reading_shown import MARKS
from samvirke.doors.web.plan.room import NOTHING_WRONG, Wrong, answered, found, frame, wrong_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.handovers.plan_read import decide_on, proposed_facts, take_in_measure
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may

_STATES = {WAITING: _("waits for you"), TAKEN_IN: _("taken in"), LEFT_OUT: _("left out")}
_DEEPEST = 3
_OPENING = 220


@page("plan.see")
def items(request: Asked, district: District, plan_id: str) -> HttpResponse:
    """Every item of the file; tick what is taken in, or left out."""
    plan = found(request, district, plan_id)
    if not plan.read_from:
        raise Http404
    deeds = {
        "take-in": lambda asked, one: _decide(asked, one, wanted=True),
        "leave-out": lambda asked, one: _decide(asked, one, wanted=False),
    }
    return answered(request, plan, "web/plan_read_items.html", _shown, deeds, ("plan-read-items", district.pk, plan.pk))


@page("plan.see")
def item(request: Asked, district: District, plan_id: str, item_id: int) -> HttpResponse:
    """One measure that was read: say who will do it and when, and take it in."""
    plan = found(request, district, plan_id)
    one = plan.read_items.filter(pk=item_id, kind=MEASURE, state=WAITING).first()
    if one is None:
        raise Http404
    if request.method != "POST":
        return render(request, "web/plan_measure.html", _form(request, plan, one, NOTHING_WRONG))
    try:
        take_in_measure(request.actor, plan=plan, item=one, facts=form_facts(request))
    except NotAllowed:
        raise
    except Refused as refusal:
        context = _form(request, plan, one, wrong_in(request, refusal))
        return render(request, "web/plan_measure.html", context, status=422)
    return redirect("plan-read-items", district.pk, plan.pk)


def _decide(request: Asked, plan: Plan, wanted: bool) -> None:
    ticked = [int(one) for one in request.POST.getlist("items") if one.isascii() and one.isdigit() and len(one) < 15]
    decide_on(request.actor, plan=plan, items=list(plan.read_items.filter(pk__in=ticked)), wanted=wanted)


def _form(request: Asked, plan: Plan, one: ReadItem, wrong: Wrong) -> dict[str, Any]:
    section = plan.read_items.filter(kind=SECTION, order=one.of or 0).first()
    return measure_form(request, plan, None, wrong, proposed_facts(plan.district, one)) | {
        "read": _row(request, one) | {"section": _name(section) if section else ""},
        "chosen_section": section.section_id if section else None,
    }


def _shown(request: Asked, plan: Plan, wrong: Wrong) -> dict[str, Any]:
    rows = list(plan.read_items.select_related("decided_by"))
    names = {one.order: _name(one) for one in rows if one.kind == SECTION}
    depths: dict[int | None, int] = {None: 0}
    for one in rows:
        if one.kind == SECTION:
            depths[one.order] = min(depths.get(one.of, 0) + 1, _DEEPEST)
    groups = {
        kind: [
            _row(request, one)
            | {"of": names.get(one.of or 0, ""), "depth": depths[one.order] if kind == SECTION else 1}
            for one in rows
            if one.kind == kind
        ]
        for kind in (
            SECTION,
            FOCUS,
            MEASURE,
        )
    }
    return frame(request, plan, "plan-draft") | {
        "wrong": wrong,
        "file": plan.read_from,
        "may_take_in": may(request.actor, "plan.take-in", plan) and plan.is_open,
        "sections": groups[SECTION],
        "focus": groups[FOCUS],
        "measures": groups[MEASURE],
        "waiting": sum(one.state == WAITING for one in rows),
        "all": len(rows),
    }


def _name(one: ReadItem) -> str:
    return f"{one.content['number']} {one.content['heading']}".strip()


def _row(request: Asked, one: ReadItem) -> dict[str, Any]:
    speech, said = request.speech, one.content
    text = said.get("text", "")
    return {
        "id": one.pk,
        "name": _name(one) if one.kind == SECTION else said.get("title", ""),
        "opening": text if len(text) <= _OPENING else f"{text[:_OPENING].rsplit(' ', 1)[0]} …",
        "text": text,
        "owners": speech.listed(said.get("owners", [])),
        "often": said.get("often", ""),
        "sure": level_said(one.level).text(speech.language),
        "mark": MARKS[one.level],
        "why": [reason.get(speech.language, "") for reason in one.why],
        "place": place_said(Place(one.place["line"], one.place.get("page"))).text(speech.language),
        "waits": one.state == WAITING,
        "state": speech.say(_STATES[one.state]),
        "by": one.decided_by.name if one.decided_by else "",
    }
