"""A new design: choose what it is about, then fix how it will be told whether it helped."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.effects.forms import as_typed, at_first, form, wanted_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, text_in, wrong_in
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.insight.effects.commands.register_design import register_design
from samvirke.insight.effects.engine.target import Found, Target
from samvirke.insight.effects.every import all_targets
from samvirke.insight.effects.queries.designs import designs
from samvirke.insight.effects.queries.proposals import proposals
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed

PROPOSE = "propose"


@require_http_methods(["GET", "HEAD", "POST"])
def _new(request: Asked, district: District) -> HttpResponse:
    """Without `about` the things that a design can be for; with it the form, or what it asks for."""
    about = request.GET.get("about", "")
    if not about:
        return _choose(request, district)
    name, _colon, key = about.partition(":")
    target = all_targets().get(name)
    found = target.find(request.actor, district, key) if target else None
    if target is None or found is None:
        raise Http404
    if request.method != "POST":
        return _form(request, target, found, at_first(found))
    try:
        wanted = wanted_in(request, name, key)
        if text_in(request, "deed") == PROPOSE:
            told = as_typed(request.POST)
            return _form(request, target, found, told, proposed=proposals(request.actor, district, wanted))
        made = register_design(request.actor, district=district, wanted=wanted, invented=is_demo())
    except NotAllowed:
        raise
    except Refused as refusal:
        return _form(request, target, found, as_typed(request.POST), wrong=wrong_in(request, refusal), status=422)
    return redirect("effects-one", district.pk, made.pk)


show = page("effects.register")(_new)


def _choose(request: Asked, district: District) -> HttpResponse:
    """Everything that a design can be about, with those that have one already marked."""
    speech = request.speech
    designed = set(designs(request.actor, district).values_list("target", "key"))
    groups = [
        {
            "title": speech.say(target.title),
            "rows": [
                (f"{name}:{one.key}", speech.words(one.title), (name, one.key) in designed)
                for one in target.every(request.actor, district)
            ],
        }
        for name, target in all_targets().items()
    ]
    return render(request, "web/effects_choose.html", {"district": district, "groups": groups})


def _form(
    request: Asked,
    target: Target,
    found: Found,
    told: dict[str, Any],
    wrong: Wrong = NOTHING_WRONG,
    status: int = 200,
    proposed: Any = None,
) -> HttpResponse:
    context = {
        "district": request.district,
        "title": request.speech.words(found.title),
        "target": request.speech.say(target.title),
        "wrong": wrong,
        **form(request, told, proposed),
    }
    return render(request, "web/effects_new.html", context, status=status)
