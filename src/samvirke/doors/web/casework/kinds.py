"""Every kind of case of the district: in use, or not and why; and a page for each, written from its declaration."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samvirke.desks.casework.facts.type_standings import TypeStanding, type_standings
from samvirke.desks.casework.grounds import CASE_ROLES
from samvirke.doors.web.casework.described import described
from samvirke.doors.web.casework.wording import agency_kinds, kind_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import may
from samvirke.trust.identity.models import Agency


@page("casework.see-types")
def kinds(request: Asked, district: District) -> HttpResponse:
    """Those that can be opened first, each group by title."""
    speech = request.speech
    own = {one.kind for one in opening_agencies(request.actor, district)}
    found = [_shown(request, district, one, own) for one in type_standings(district.pk).values()]
    found.sort(key=lambda one: str(one["title"]))
    groups = [
        (speech.say(_("In use here")), [one for one in found if one["in_use"]]),
        (speech.say(_("Not in use here")), [one for one in found if not one["in_use"]]),
    ]
    context = {
        "district": district,
        "groups": [group for group in groups if group[1]],
        "may_enter": may(request.actor, "casework.enter-period", district),
    }
    return render(request, "web/cases_kinds.html", context)


@page("casework.see-types")
def kind(request: Asked, district: District, name: str) -> HttpResponse:
    """What it is, on what it rests, how it goes, and whether a case can be opened."""
    standing = type_standings(district.pk).get(name)
    if standing is None:
        raise Http404
    own = {one.kind for one in opening_agencies(request.actor, district)}
    context = {
        "district": district,
        "standing": _shown(request, district, standing, own),
        "about": described(standing.type, district.pk, request.speech),
        "may_enter": may(request.actor, "casework.enter-period", district),
    }
    return render(request, "web/cases_kind.html", context)


def opening_agencies(actor: Actor, district: District) -> list[Agency]:
    """The agencies of this district for which somebody may open cases, by name."""
    found = Agency.objects.filter(pk__in=actor.agencies_as(CASE_ROLES), districts__district_id=district.pk)
    return [one for one in found.order_by("pk") if may(actor, "casework.begin", one)]


def _shown(request: Asked, district: District, standing: TypeStanding, own: set[str]) -> dict[str, Any]:
    speech, declared = request.speech, standing.type
    opens = standing.in_use and not own.isdisjoint(declared.owner)
    return {
        "name": declared.name,
        "title": kind_said(declared.name, speech),
        "summary": speech.say(declared.summary),
        "owner": agency_kinds(declared.owner, speech),
        "in_use": standing.in_use,
        "against": [one.text(speech.language) for one in standing.against],
        "open": reverse("cases-new", args=[district.pk, declared.name]) if opens else "",
    }
