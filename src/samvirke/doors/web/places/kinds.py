"""The kinds of place: their sources, and what the district has entered where no source states it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.designations.commands.enter_practice import enter_practice
from samvirke.desks.designations.models import Practice
from samvirke.desks.designations.queries.practices import practices
from samvirke.doors.web.places.new import kind_shown
from samvirke.doors.web.places.shown import longest_said, often_said, titles
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, municipality_in, text_in, whole_in
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may


@require_http_methods(["GET", "HEAD", "POST"])
def _kinds(request: Asked, district: District) -> HttpResponse:
    """Every kind, with the form of its practice for those who may enter one."""
    if request.method != "POST":
        return _page(request)
    try:
        _enter(request)
    except NotAllowed:
        raise
    except Refused as refusal:
        reasons = [fault.text(request.speech.language) for fault in refusal.faults]
        return _page(request, Wrong(text_in(request, "kind"), reasons, request.POST), status=422)
    return redirect("places-kinds", district.pk)


show = page("designations.see")(_kinds)


def _enter(request: Asked) -> None:
    enter_practice(
        request.actor,
        district=request.district,
        kind=text_in(request, "kind"),
        reference=text_in(request, "reference"),
        longest_months=whole_in(request, "longest_months"),
        review_weeks=whole_in(request, "review_weeks"),
        criterion=text_in(request, "criterion"),
        municipality=municipality_in(request) if text_in(request, "municipality") else None,
        invented=is_demo(),
    )


def _page(request: Asked, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    district = request.district
    entered = list(practices(request.actor, district))
    context = {
        "district": district,
        "kinds": [
            kind_shown(request, kind)
            | {"entered": [_entered(request, one) for one in entered if one.kind == kind.name]}
            for kind, _title in titles(request.speech)
        ],
        "wrong": wrong,
        "may_enter": may(request.actor, "designations.enter-practice", district),
        "municipalities": [(str(code), name) for code, name in district.municipalities.values_list("code", "name")],
    }
    return render(request, "web/places_kinds.html", context, status=status)


def _entered(request: Asked, one: Practice) -> dict[str, Any]:
    speech = request.speech
    return {
        "where": one.municipality.name if one.municipality else speech.say(_("the whole district")),
        "longest": longest_said(one.longest_months, speech) if one.longest_months else "",
        "often": often_said(one.review_weeks, speech) if one.review_weeks else "",
        "criterion": one.criterion,
        "reference": one.reference,
        "since": speech.day(one.since, year=True),
        "invented": one.invented,
    }
