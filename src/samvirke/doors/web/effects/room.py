"""The list of designs: what came of each, what waits for its data, and what still has no design."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.doors.web.effects.shown import line
from samvirke.doors.web.shell.page import Asked, page
from samvirke.insight.effects.facts.card import newest_of
from samvirke.insight.effects.queries.designs import designs
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may


@page("effects.see")
def room(request: Asked, district: District) -> HttpResponse:
    """The newest first."""
    rows = [line(one, newest_of(one), request.speech) for one in designs(request.actor, district)]
    may_register = may(request.actor, "effects.register", district)
    return render(request, "web/effects.html", {"district": district, "rows": rows, "may_register": may_register})
