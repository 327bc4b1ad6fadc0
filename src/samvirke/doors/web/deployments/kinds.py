"""The kinds of deployment with their sources, the list of one kind, and the units that can be sent."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from samvirke.desks.deployments.commands.put_unit import close_unit, put_unit
from samvirke.desks.deployments.queries.deployments import deployments, units
from samvirke.desks.deployments.register import all_kinds
from samvirke.doors.web.deployments.shown import kind_shown, line, titles
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, no_such_deed, row_in, text_in, wrong_in
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import _
from samvirke.registers.partners.queries.agencies import agencies_of
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may
from samvirke.trust.access.theirs import is_theirs

_AT_MOST = 200


@require_http_methods(["GET", "HEAD", "POST"])
def _kinds(request: Asked, district: District) -> HttpResponse:
    """Every kind, and the units, with their form for those who may enter one."""
    if request.method != "POST":
        return _page(request)
    try:
        _deed(request)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, wrong_in(request, refusal), status=422)
    return redirect("deployments-kinds", district.pk)


show = page("deployments.see")(_kinds)


def _deed(request: Asked) -> None:
    wanted = text_in(request, "deed")
    if wanted == "close":
        unit = row_in(request, "unit", units(request.actor, request.district))
        close_unit(request.actor, district=request.district, unit=unit)
        return
    if wanted != "put":
        raise no_such_deed()
    agency = agencies_of(request.actor, request.district).filter(pk=text_in(request, "agency")).first()
    if agency is None:
        raise Refused.because(_("It is not said whose unit it is."), _("Choose an agency of the district."))
    put_unit(request.actor, district=request.district, agency=agency, name=text_in(request, "name"), invented=is_demo())


def _page(request: Asked, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    district, speech = request.district, request.speech
    context = {
        "district": district,
        "kinds": [kind_shown(kind, speech, district.pk) for kind, _title in titles(speech)],
        "units": [_unit(request, one) for one in units(request.actor, district)],
        "agencies": [(one.pk, speech.words(one.words)) for one in agencies_of(request.actor, district)],
        "may_put": may(request.actor, "deployments.put-unit", district),
        "wrong": wrong,
    }
    return render(request, "web/deployments_kinds.html", context, status=status)


def _unit(request: Asked, one: Any) -> dict[str, Any]:
    return {
        "id": str(one.pk),
        "name": one.name,
        "agency": request.speech.words(one.agency.words),
        "invented": one.invented,
    }


@page("deployments.see")
@require_safe
def of_one(request: Asked, district: District, kind: str) -> HttpResponse:
    """Every deployment of a kind in a year, and the requests that wait; the latest first."""
    declared = all_kinds().get(kind)
    if declared is None:
        raise Http404
    written = request.GET.get("year", "")
    year = int(written) if written.isascii() and written.isdigit() and len(written) == 4 else today().year
    rows = [one for one in deployments(request.actor, district).filter(kind=kind) if _year_of(one) == year]
    rows.sort(key=lambda one: (one.day or one.requested_on, one.name), reverse=True)
    context = {
        "district": district,
        "kind": kind_shown(declared, request.speech, district.pk),
        "year": year,
        "rows": [line(one, request.speech) for one in rows[:_AT_MOST]],
        "left_out": max(len(rows) - _AT_MOST, 0),
        "may_ask": may(request.actor, "deployments.request", district)
        and is_theirs(request.actor, district.pk, declared.requested_by),
    }
    return render(request, "web/deployments_kind.html", context)


def _year_of(one: Any) -> int:
    found: int = (one.day or one.requested_on).year
    return found
