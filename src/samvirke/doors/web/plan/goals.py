"""Goals and measures of a draft, section by section; a goal without an indicator is shown as an intention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from samvirke.desks.plan.commands.put_goal import drop_goal
from samvirke.desks.plan.commands.put_measure import drop_measure
from samvirke.desks.plan.models import Goal, Measure, Plan, Section
from samvirke.desks.plan.models.plan import COOPERATION
from samvirke.desks.plan.queries.plans import plan_in_force
from samvirke.doors.web.plan.measures import described, fields_of, form_facts
from samvirke.doors.web.plan.other_languages import in_others, others_of
from samvirke.doors.web.plan.room import NOTHING_WRONG, Wrong, answered, found, frame, whole, wrong_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import said
from samvirke.handovers.effect_to_plan import tried_of_measure
from samvirke.handovers.plan_goal import adopt_goal, groups_here, indicators_for, owners_here, set_goal, set_measure
from samvirke.insight.indicators.every import every_indicator
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed


@page("plan.see")
def goals(request: Asked, district: District, plan_id: str) -> HttpResponse:
    """What the plan wants to reach and who will do what for it."""
    plan = found(request, district, plan_id)
    deeds = {"goal": _put_goal, "drop-goal": _drop_goal, "adopt": _adopt}
    return answered(request, plan, "web/plan_goals.html", _shown, deeds, ("plan-goals", district.pk, plan.pk))


@page("plan.see")
def measure(request: Asked, district: District, plan_id: str, measure_id: int | None = None) -> HttpResponse:
    """The form of one measure, new or there already."""
    plan = found(request, district, plan_id)
    one = plan.measures.filter(pk=measure_id).first() if measure_id else None
    if measure_id and one is None:
        raise Http404
    if request.method != "POST":
        return render(request, "web/plan_measure.html", measure_form(request, plan, one, NOTHING_WRONG))
    try:
        if one is not None and request.POST.get("deed") == "drop":
            drop_measure(request.actor, plan=plan, measure=one, version=whole(request, "version"))
        else:
            section = _section(plan, whole(request, "section"))
            set_measure(
                request.actor,
                plan=plan,
                section=section,
                facts=form_facts(request),
                measure=one,
                version=whole(request, "version"),
                translated={name: in_others(request, plan, name) for name in ("title", "text")},
                fits=request.POST.getlist("fits"),
            )
    except NotAllowed:
        raise
    except Refused as refusal:
        context = measure_form(request, plan, one, wrong_in(request, refusal))
        return render(request, "web/plan_measure.html", context, status=422)
    return redirect("plan-goals", district.pk, plan.pk)


def _put_goal(request: Asked, plan: Plan) -> None:
    sent = request.POST
    goal = _goal(plan, whole(request, "goal")) if sent.get("goal") else None
    set_goal(
        request.actor,
        plan=plan,
        section=_section(plan, whole(request, "section")),
        text=sent.get("text", ""),
        indicator=sent.get("indicator", ""),
        goal=goal,
        version=whole(request, "version"),
        translated=in_others(request, plan, "text"),
        fits=sent.getlist("fits"),
    )


def _drop_goal(request: Asked, plan: Plan) -> None:
    goal = _goal(plan, whole(request, "goal"))
    drop_goal(request.actor, plan=plan, goal=goal, version=whole(request, "version"))


def _adopt(request: Asked, plan: Plan) -> None:
    council = _council_plan(request, plan)
    goal = council.goals.filter(pk=whole(request, "adopted")).first() if council else None
    if goal is None:
        raise Http404
    adopt_goal(request.actor, plan=plan, section=_section(plan, whole(request, "section")), goal=goal)


def _goal(plan: Plan, wanted: int) -> Goal:
    goal = plan.goals.filter(pk=wanted).first()
    if goal is None:
        raise Http404
    return goal


def _section(plan: Plan, wanted: int) -> Section:
    section = plan.sections.filter(pk=wanted).first()
    if section is None:
        raise Http404
    return section


def _council_plan(request: Asked, plan: Plan) -> Plan | None:
    """The council's plan whose goals a local council may adopt: that in force in the first year of its own."""
    return None if plan.kind == COOPERATION else plan_in_force(request.actor, plan.district_id, plan.year)


def _shown(request: Asked, plan: Plan, wrong: Wrong) -> dict[str, Any]:
    speech, measures = request.speech, list(plan.measures.select_related("section"))
    names = {owner: words.text(speech.language) for owner, words in owners_here(plan.district)}
    groups = groups_here(plan)
    council = _council_plan(request, plan)
    adopted = set(plan.goals.values_list("adopted", flat=True))
    sections = list(plan.sections.prefetch_related("goals").order_by("order"))
    return frame(request, plan, "plan-goals") | {
        "wrong": wrong,
        "sections": [
            {
                "id": section.pk,
                "number": section.number,
                "heading": section.words.text(speech.language),
                "goals": [_goal_shown(request, plan, goal, wrong) for goal in section.goals.all()],
                "measures": [
                    described(request, one, names, groups) for one in measures if one.section_id == section.pk
                ],
            }
            for section in sections
        ],
        "with_any": {section.pk for section in sections if section.goals.all()} | {one.section_id for one in measures},
        "choices": _indicators(request),
        "counts": {
            "goals": plan.goals.count(),
            "measurable": plan.goals.exclude(indicator="").count(),
            "measures": len(measures),
            "measured": sum(one.measurable for one in measures),
        },
        "council": council,
        "council_goals": [
            (goal.pk, goal.words.text(speech.language))
            for goal in (council.goals.all() if council else ())
            if goal.slug not in adopted
        ],
    }


def _goal_shown(request: Asked, plan: Plan, goal: Goal, wrong: Wrong) -> dict[str, Any]:
    speech, known = request.speech, every_indicator()
    proposed = [] if goal.indicator else indicators_for(goal)
    text = goal.text.get(plan.district.language) or goal.words.text(speech.language)
    again = wrong.form == "goal" and wrong.typed.get("goal") == str(goal.pk)
    return {
        "id": goal.pk,
        "version": goal.version,
        "text": text,
        "typed": wrong.typed.get("text", text) if again else text,
        "again": again,
        "others": others_of(request, plan, goal.text, goal.older.get("text", {}), wrong.typed if again else None),
        "measurable": goal.measurable,
        "indicator": goal.indicator,
        "followed": speech.words(said(known[goal.indicator].title)) if goal.indicator in known else goal.indicator,
        "why": speech.words(goal.why_not) if goal.why_not else "",
        "adopted": bool(goal.adopted),
        "proposed": [(name, speech.words(said(known[name].title))) for name in proposed],
    }


def _indicators(request: Asked) -> list[tuple[str, str]]:
    titles = [(name, request.speech.words(said(one.title))) for name, one in every_indicator().items()]
    return sorted(titles, key=lambda one: one[1].lower())


def measure_form(
    request: Asked, plan: Plan, one: Measure | None, wrong: Wrong, proposed: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Everything that the form of a measure shows; `proposed` is what a new one begins with."""
    speech = request.speech
    chosen = whole(request, "section") or (one.section_id if one else 0)
    asked = request.GET.get("section", "")
    if not chosen and asked.isascii() and asked.isdigit():
        chosen = int(asked)
    return frame(request, plan, "plan-goals") | {
        "wrong": wrong,
        "measure": one,
        "chosen_section": chosen,
        "sections": [
            (section.pk, section.number, section.words.text(speech.language)) for section in plan.sections.all()
        ],
        "indicators": _indicators(request),
        "tried": [said.text(speech.language) for said in tried_of_measure(request.actor, plan.district, one.slug)]
        if one
        else [],
        **(fields := fields_of(request, plan, one, wrong, proposed)),
        **_owners(request, plan, set(fields["values"]["owners"])),
        "others_said": _others_said(request, plan, one, wrong),
    }


def _others_said(request: Asked, plan: Plan, one: Measure | None, wrong: Wrong) -> list[dict[str, Any]]:
    """Name and words of a measure in each other language."""
    older, typed = (one.older if one else {}), wrong.typed or None
    titles = others_of(request, plan, one.title if one else {}, older.get("title", {}), typed, "title")
    texts = others_of(request, plan, one.text if one else {}, older.get("text", {}), typed)
    return [
        text | {"title": title["words"], "older": title["older"] or text["older"]}
        for title, text in zip(titles, texts, strict=True)
    ]


def _owners(request: Asked, plan: Plan, chosen: set[str]) -> dict[str, Any]:
    """The parties of the plan first; everybody else in the district below them."""
    named = [(owner, words.text(request.speech.language)) for owner, words in owners_here(plan.district)]
    parties = list(plan.parties.values_list("agency_id", flat=True))
    first = sorted((one for one in named if one[0] in parties), key=lambda one: parties.index(one[0]))
    others = [one for one in named if one[0] not in parties]
    return {"parties": first, "others": others, "others_chosen": not chosen.isdisjoint(dict(others))}
