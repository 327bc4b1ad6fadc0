"""The day sheet: one day, of one unit or of all, to have in the hand or to print."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.desks.deployments.models import Unit
from samvirke.desks.deployments.queries.deployments import on_the_day, units
from samvirke.doors.web.deployments.shown import line
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.registers.places.models import District


@page("deployments.see")
def show(request: Asked, district: District) -> HttpResponse:
    """What is to be done on the day that the address names, the first first."""
    speech, day = request.speech, _day(request.GET.get("on", ""))
    every = list(units(request.actor, district))
    unit = _unit(request.GET.get("unit", ""), every)
    context = {
        "district": district,
        "units": [(str(one.pk), one.name, one == unit) for one in every],
        "unit": unit,
        "on": day.isoformat(),
        "day": speech.full_day(day),
        "before": (day - timedelta(days=1)).isoformat(),
        "next": (day + timedelta(days=1)).isoformat(),
        "rows": [line(one, speech) for one in on_the_day(request.actor, district, day, unit)],
    }
    return render(request, "web/deployments_day.html", context)


def _day(written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return today()
    return day if date(1990, 1, 1) <= day <= date(2199, 1, 1) else today()


def _unit(written: str, every: list[Unit]) -> Unit | None:
    try:
        wanted = uuid.UUID(written)
    except ValueError:
        return None
    return next((one for one in every if one.pk == wanted), None)
