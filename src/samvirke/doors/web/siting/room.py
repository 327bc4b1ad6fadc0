"""Asks where so many of a kind should stand, and lists what was asked and what people chose from it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.designations.engine.kind import Kind
from samvirke.desks.designations.facts.geometry import in_metres
from samvirke.desks.designations.models import Placement
from samvirke.desks.designations.models.designation import IN_FORCE
from samvirke.desks.designations.queries.placements import placements
from samvirke.desks.designations.queries.places import places
from samvirke.desks.designations.register import all_kinds
from samvirke.doors.web.places.shown import titles
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, day_in, no_such_deed, text_in, wrong_in
from samvirke.doors.web.studies.wording import line_of
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.insight.studies.commands.ask_study import ask_study
from samvirke.insight.studies.engine.asked import Question, questions
from samvirke.insight.studies.every import kind_called
from samvirke.insight.studies.formed import formed
from samvirke.insight.studies.models import Study
from samvirke.insight.studies.queries.studies import studies
from samvirke.registers.incidents.categories import categories
from samvirke.registers.incidents.queries.store import open_store
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may

STUDY = "siting"
_LISTED = 50


@require_http_methods(["GET", "HEAD", "POST"])
def _room(request: Asked, district: District) -> HttpResponse:
    """The form for those who keep the figures; what was typed stays when it is refused."""
    if request.method != "POST":
        return _shown(request, district)
    try:
        study = ask_study(request.actor, district=district, study=_formed(request, district))
    except NotAllowed:
        raise
    except Refused as refusal:
        return _shown(request, district, wrong_in(request, refusal), status=422)
    return redirect("studies-read", district.pk, study.pk)


show = page("designations.see")(_room)


def _formed(request: Asked, district: District) -> Study:
    kind = all_kinds().get(text_in(request, "kind"))
    if kind is None or not kind.sited:
        raise no_such_deed()
    area = text_in(request, "area")
    return formed(
        district,
        STUDY,
        categories=request.POST.getlist("categories"),
        first=day_in(request, "first"),
        after=day_in(request, "after"),
        area=int(area) if area.isascii() and area.isdigit() and len(area) < 6 else None,
        parameters={one.name: text_in(request, one.name) for one in _asks()},
        title=request.speech.say(kind.title),
        beside={"for": kind.name, "standing": _standing(request, district, kind, area)},
    )


def _standing(request: Asked, district: District, kind: Kind, area: str) -> list[list[float]]:
    """Where such things stand today, in metres to the nearest one."""
    rows = places(request.actor, district).filter(kind=kind.name, state=IN_FORCE).exclude(geometry="")
    rows = rows.filter(municipality=int(area)) if area.isascii() and area.isdigit() else rows
    points = [in_metres(district, one.geometry).centroid for one in rows]
    return [[round(point.x), round(point.y)] for point in points]


def _asks() -> list[Question]:
    return questions(kind_called(STUDY).analysis)


def _shown(request: Asked, district: District, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    may_ask = may(request.actor, "studies.ask", district)
    store = open_store(request.actor, district) if may_ask else None
    asked = studies(request.actor, district).filter(kind=STUDY, replaced_by__isnull=True)[:_LISTED]
    chosen = list(placements(request.actor, district)[:_LISTED])
    decided = {one.study for one in chosen}
    context = {
        "district": district,
        "may_ask": may_ask and store is not None and not store.is_empty,
        "no_data": store is not None and store.is_empty,
        "asked": [line_of(one, district, request.speech) for one in asked if one.pk not in decided],
        "chosen": [choice_said(one, request.speech) for one in chosen],
        "readable": {str(one.pk) for one in asked},
        "wrong": wrong,
    }
    if context["may_ask"] and store is not None:
        context |= _form(request, district, store.last_day, wrong)
    return render(request, "web/siting.html", context, status=status)


def _form(request: Asked, district: District, last: date, wrong: Wrong) -> dict[str, Any]:
    speech, typed = request.speech, wrong.typed
    sited = [(kind, title) for kind, title in titles(speech) if kind.sited]
    chosen = typed.get("kind") or request.GET.get("kind") or sited[0][0].name
    kind = next((one for one, _title in sited if one.name == chosen), sited[0][0])
    known = categories()
    # What the police find themselves grows with how much they look there: it chooses no place unless somebody says so.
    reported = [one for one in kind.categories if not known[one].found]
    ticked = request.POST.getlist("categories") if wrong.reasons else reported
    until = last + timedelta(days=1)
    return {
        "kind": kind.name,
        "sited": [(one.name, title) for one, title in sited],
        "reported": [
            (code, one.words.text(speech.language), code in ticked) for code, one in known.items() if not one.found
        ],
        "found": [(code, one.words.text(speech.language), code in ticked) for code, one in known.items() if one.found],
        "areas": [(str(one.pk), one.name) for one in district.municipalities.all()],
        "area": typed.get("area", ""),
        "first": typed.get("first") or (until - timedelta(days=365)).isoformat(),
        "after": typed.get("after") or until.isoformat(),
        "questions": [_question(one, speech, typed.get(one.name, one.written)) for one in _asks()],
    }


_OBJECTIVES = {"coverage": _("Most incidents within reach"), "p-median": _("Shortest distance in all")}


def _question(one: Question, speech: Speech, written: str) -> dict[str, Any]:
    return {
        "name": one.name,
        "label": one.label.text(speech.language),
        "help": one.help.text(speech.language),
        "written": "" if written == "0" else written,
        "choices": [(each, speech.say(_OBJECTIVES[each]), each == written) for each in one.choices],
    }


def choice_said(one: Placement, speech: Speech) -> dict[str, Any]:
    """A choice as people read it: how many of how many, why, who, and what the study said of its own choice."""
    kind = all_kinds().get(one.kind)
    figures = one.figures
    counts = {"taken": one.taken, "proposed": len(one.sites)}
    return {
        "study": str(one.study),
        "kind": speech.say(kind.title) if kind else one.kind,
        "taken": Said(_("{taken} of {proposed} proposed sites taken"), counts).text(speech.language),
        "reason": one.reason,
        "on": speech.day(one.chosen_on, year=True),
        "by": one.by.name if one.by else "",
        "reached": reached_said(figures, speech),
    }


def reached_said(figures: dict[str, Any], speech: Speech) -> str:
    """What the proposed sites would do, beside today's: a share within reach, or a mean distance; with its n."""
    n = speech.number(figures["n"])
    if figures.get("share") is not None:
        proposed = speech.say(
            _("Of n {n} incidents the proposed sites reach {share}%"), share=_percent(figures["share"], speech), n=n
        )
        stands = figures.get("present_share")
        today = speech.say(_("those of today {share}%"), share=_percent(stands, speech)) if stands is not None else ""
    else:
        distance = speech.number(round(figures["mean_distance"]))
        proposed = speech.say(
            _("The proposed sites lie {distance} m from n {n} incidents on average"), distance=distance, n=n
        )
        stands = figures.get("present_distance")
        today = speech.say(_("those of today {distance} m"), distance=speech.number(round(stands))) if stands else ""
    return f"{proposed}, {today}." if today else f"{proposed}."


def _percent(share: float, speech: Speech) -> str:
    return speech.number(100 * share, 1)
