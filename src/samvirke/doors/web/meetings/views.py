"""The whole meeting year of a district's councils."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.desks.meetings.queries.meetings import coming, meetings
from samvirke.doors.web.overview.shown import meeting_lines
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.registers.places.models import District


@page("meetings.see")
def meeting_year(request: Asked, district: District) -> HttpResponse:
    """What is ahead first, then what has been held."""
    year = meetings(request.actor, district.pk, today().year)
    context = {
        "district": district,
        "year": today().year,
        "meetings": meeting_lines(request, coming(year)),
        "held": meeting_lines(request, year.filter(state="held").order_by("-starts_at")),
    }
    return render(request, "web/meetings.html", context)
