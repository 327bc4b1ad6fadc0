"""Suggestions of where and when, each with its reason; a person takes one up, and nobody is sent by itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvirke.desks.deployments.engine.kind import Kind
from samvirke.doors.web.deployments.shown import kind_shown, titles
from samvirke.doors.web.shell.page import Asked, page
from samvirke.handovers.deployment_suggestions import Suggestion, suggestions
from samvirke.insight.studies.busy_hours import FEWEST, NEAR_METRES
from samvirke.registers.incidents.categories import categories
from samvirke.registers.places.models import District
from samvirke.trust.access.theirs import is_theirs


@page("deployments.weigh")
@require_safe
def show(request: Asked, district: District) -> HttpResponse:
    """The suggestions of the kind that the address names, or of the first that one may ask for."""
    choices = [
        (kind, title)
        for kind, title in titles(request.speech)
        if kind.sites and is_theirs(request.actor, district.pk, kind.requested_by)
    ]
    wanted = request.GET.get("kind", "")
    chosen = next((kind for kind, _title in choices if kind.name == wanted), choices[0][0] if choices else None)
    context = {
        "district": district,
        "kinds": [(kind.name, title, kind is chosen) for kind, title in choices],
        "kind": kind_shown(chosen, request.speech, district.pk) if chosen else None,
        "rows": [row(request, one) for one in suggestions(request.actor, district, chosen)] if chosen else [],
        "counted": _counted(request, chosen) if chosen else "",
        "fewest": FEWEST,
        "near": int(NEAR_METRES),
        "may_weigh": True,
    }
    return render(request, "web/deployments_suggestions.html", context)


def row(request: Asked, one: Suggestion) -> dict[str, Any]:
    """A suggestion as the page shows it."""
    speech = request.speech
    return {
        "id": one.place.pk,
        "name": one.place.name,
        "municipality": one.place.municipality.name,
        "why": one.why(speech),
        "when": one.when(speech),
        "stands_out": bool(one.hours and one.hours.stands_out),
        "invented": one.place.invented,
        **one.stored(speech),
    }


def _counted(request: Asked, kind: Kind) -> str:
    known = categories()
    return request.speech.listed([request.speech.words(known[code].words) for code in kind.categories])
