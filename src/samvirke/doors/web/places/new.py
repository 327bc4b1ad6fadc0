"""A new proposal: what the kind wants to know, what it never holds, and the form."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.designations.commands.propose import propose
from samvirke.desks.designations.engine.kind import Kind
from samvirke.desks.designations.register import all_kinds
from samvirke.doors.web.places.forms import proposal_in, typed_facts
from samvirke.doors.web.places.shown import NO_SOURCE, longest_said, often_said, sure_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, wrong_in
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.registers.places.geometry import shape_said
from samvirke.registers.places.models import Area, District
from samvirke.registers.places.shapes import POINT
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.theirs import is_theirs


@require_http_methods(["GET", "HEAD", "POST"])
def _new(request: Asked, district: District, kind: str) -> HttpResponse:
    """The form of a proposal. What was typed stays when it is refused; the address may bring words for it."""
    declared = all_kinds().get(kind)
    if declared is None or not is_theirs(request.actor, district.pk, declared.proposed_by):
        raise Http404
    if request.method != "POST":
        return _form(request, declared)
    try:
        proposal = proposal_in(request, declared)
        made = propose(request.actor, district=district, kind=kind, proposal=proposal, invented=is_demo())
    except NotAllowed:
        raise
    except Refused as refusal:
        return _form(request, declared, wrong_in(request, refusal), status=422)
    return redirect("places-one", district.pk, made.pk)


show = page("designations.propose")(_new)


def _form(request: Asked, kind: Kind, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    context = {
        "district": request.district,
        "kind": kind_shown(request, kind),
        "wrong": wrong,
        "told": typed_facts(kind, wrong.typed or _begun(request, kind)),
        **choices(request, kind),
    }
    return render(request, "web/places_new.html", context, status=status)


def _begun(request: Asked, kind: Kind) -> dict[str, str]:
    """A form that begins at a point or with the words that somebody comes from."""
    words = {name: request.GET.get(name, "") for name in ("name", "municipality", "purpose")}
    where = request.GET.get("where", "")
    return words | ({"drawing": where, "shape": POINT} if where and POINT in kind.shapes else {})


def choices(request: Asked, kind: Kind) -> dict[str, Any]:
    """What the form of a proposal offers to choose from."""
    speech, district = request.speech, request.district
    areas = Area.objects.filter(district=district, kind=kind.area_kind) if kind.area_kind else Area.objects.none()
    return {
        "municipalities": [(str(code), name) for code, name in district.municipalities.values_list("code", "name")],
        "shapes": [(one, shape_said(one).text(speech.language)) for one in kind.shapes],
        "areas": [(one.pk, speech.words(one.words)) for one in areas],
    }


def kind_shown(request: Asked, kind: Kind) -> dict[str, Any]:
    """A kind as its pages describe it."""
    speech = request.speech
    return {
        "name": kind.name,
        "title": speech.say(kind.title),
        "about": speech.say(kind.about),
        "source": speech.say(kind.source),
        "sure": sure_said(kind, speech),
        "longest": longest_said(kind.longest_months, speech, NO_SOURCE),
        "often": often_said(kind.review_weeks, speech, NO_SOURCE),
        "measured": speech.say(kind.measured),
        "never": [speech.say(one) for one in kind.never],
        "stages": [speech.say(stage.title) for stage in kind.stages],
        "purpose": kind.has_purpose,
        "homes": kind.homes,
        "local": kind.criterion_is_local,
        "two_sources": kind.two_sources,
        "plan": speech.say(kind.plan) if kind.plan else "",
        "closed": kind.closed,
    }
