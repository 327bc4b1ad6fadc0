"""A new request: what the kind wants to know, what it never holds, and the form."""

from __future__ import annotations

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
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.theirs import is_theirs


@require_http_methods(["GET", "HEAD", "POST"])
def _new(request: Asked, district: District, kind: str) -> HttpResponse:
    """The form of a request. What was typed stays when it is refused."""
    declared = all_kinds().get(kind)
    if declared is None or not is_theirs(request.actor, district.pk, declared.requested_by):
        raise Http404
    if request.method != "POST":
        return _form(request, declared)
    try:
        made = ask_for(request.actor, district=district, kind=kind, wish=wish_in(request, declared), invented=is_demo())
    except NotAllowed:
        raise
    except Refused as refusal:
        return _form(request, declared, wrong_in(request, refusal), status=422)
    return redirect("deployments-one", district.pk, made.pk)


show = page("deployments.request")(_new)


def _form(request: Asked, kind: Kind, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    context = {
        "district": request.district,
        "kind": kind_shown(kind, request.speech, request.district.pk),
        "wrong": wrong,
        "told": typed_wish(kind, wrong.typed),
        "shapes": [(one, place_said(one, request.speech)) for one in kind.places],
        **choices_of(request, kind),
    }
    return render(request, "web/deployments_new.html", context, status=status)
