"""A new request: what the kind wants to know, what it never holds, and the form."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.deployments.commands.request import request as ask_for
from samvirke.desks.deployments.engine.kind import Kind
from samvirke.desks.deployments.register import all_kinds
from samvirke.doors.web.deployments.forms import choices_of, typed_wish, wish_in
from samvirke.doors.web.deployments.shown import kind_shown, place_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, wrong_in
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import _
from samvirke.handovers.deployment_suggestions import Suggestion, suggestions
from samvirke.registers.places.geometry import corners
from samvirke.registers.places.models import District
from samvirke.registers.places.shapes import POINT
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may
from samvirke.trust.access.theirs import is_theirs


@require_http_methods(["GET", "HEAD", "POST"])
def _new(request: Asked, district: District, kind: str) -> HttpResponse:
    """The form of a request, begun from a suggestion where the address names one. What was typed stays when it is
    refused.
    """
    declared = all_kinds().get(kind)
    if declared is None or not is_theirs(request.actor, district.pk, declared.requested_by):
        raise Http404
    taken = _taken_up(request, declared)
    if request.method != "POST":
        return _form(request, declared, taken)
    try:
        wish = wish_in(request, declared)
        if taken is not None:
            wish = replace(wish, suggestion=taken.stored(request.speech))
        made = ask_for(request.actor, district=district, kind=kind, wish=wish, invented=is_demo())
    except NotAllowed:
        raise
    except Refused as refusal:
        return _form(request, declared, taken, wrong_in(request, refusal), status=422)
    return redirect("deployments-one", district.pk, made.pk)


show = page("deployments.request")(_new)


def _taken_up(request: Asked, kind: Kind) -> Suggestion | None:
    """The suggestion that the request rests on, worked out again: what it says is never taken from the form."""
    written = request.POST.get("from", "") or request.GET.get("from", "")
    if not written or not may(request.actor, "deployments.weigh", request.district):
        return None
    try:
        wanted = uuid.UUID(written)
    except ValueError:
        raise Http404 from None
    found = suggestions(request.actor, request.district, kind, only=wanted)
    if not found:
        raise Refused.because(
            _("The place of the suggestion is no longer in force."), _("Go back to the suggestions and choose anew.")
        )
    return found[0]


def _form(
    request: Asked, kind: Kind, taken: Suggestion | None, wrong: Wrong = NOTHING_WRONG, status: int = 200
) -> HttpResponse:
    begun = _begun(request, kind, taken) if taken is not None else _begun_at(request, kind)
    context = {
        "district": request.district,
        "kind": kind_shown(kind, request.speech, request.district.pk),
        "wrong": wrong,
        "told": typed_wish(kind, wrong.typed, begun),
        "shapes": [(one, place_said(one, request.speech)) for one in kind.places],
        "suggestion": taken.stored(request.speech) if taken is not None else None,
        **choices_of(request, kind),
    }
    return render(request, "web/deployments_new.html", context, status=status)


def _begun_at(request: Asked, kind: Kind) -> dict[str, Any] | None:
    """A form that begins at a point which somebody comes from, where the kind may be at one."""
    where = request.GET.get("where", "")
    begins = {"shape": POINT, "drawing": where}
    return typed_wish(kind, {}) | begins if where and POINT in kind.places else None


def _begun(request: Asked, kind: Kind, taken: Suggestion) -> dict[str, Any]:
    """The fields as the suggestion fills them; where the shape does not suit the kind, somebody chooses the spot."""
    place, empty = taken.place, typed_wish(kind, {})
    return empty | {
        "municipality": str(place.municipality_id),
        "name": place.name,
        "shape": taken.shape or kind.places[0],
        "drawing": corners(place.geometry) if taken.shape else "",
        "reason": f"{taken.why(request.speech)} {taken.when(request.speech)}",
    }
