"""The local problems of a district: what is looked at next, and what came of those that are closed."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.desks.designations.queries.problems import problems
from samvirke.doors.web.problems.shown import line
from samvirke.doors.web.shell.page import Asked, page
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may


@page("designations.see")
def room(request: Asked, district: District) -> HttpResponse:
    """Open ones by their next look, closed ones by the day on which they were."""
    rows = list(problems(request.actor, district))
    closed = sorted((one for one in rows if one.closed_on), key=lambda one: (one.closed_on, one.title), reverse=True)
    context = {
        "district": district,
        "open": [line(one, request.speech) for one in rows if one.is_open],
        "closed": [line(one, request.speech) for one in closed],
        "may_open": may(request.actor, "designations.open-problem", district),
    }
    return render(request, "web/problems.html", context)
