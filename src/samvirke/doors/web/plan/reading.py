"""Reading a published plan on the screen: choose a file, see the draft with its doubts, take it along as JSON."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.limits import MOST_BYTES
from samvirke.desks.plan.reading.read import read_bytes
from samvirke.doors.web.plan.beginning import sent_file
from samvirke.doors.web.plan.drafts import council_of
from samvirke.doors.web.plan.reading_shown import shown
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Fault, Refused
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may


@page("plan.read")
def read_plan(request: Asked, district: District) -> HttpResponse:
    """The form, and below it what came of the file that was sent. Nothing is stored."""
    if request.method != "POST":
        return _answer(request, district)
    try:
        return _answer(request, district, _draft(request))
    except Refused as refusal:
        return _answer(request, district, faults=refusal.faults)


def _draft(request: Asked) -> Draft:
    return read_bytes(*sent_file(request))


def _answer(
    request: Asked, district: District, draft: Draft | None = None, faults: tuple[Fault, ...] = ()
) -> HttpResponse:
    speech, body = request.speech, council_of(request, district)
    context = {
        "may_begin": body is not None and may(request.actor, "plan.begin", body),
        "district": district,
        "faults": [one.text(speech.language) for one in faults],
        "most": MOST_BYTES // 1_000_000,
        "draft": shown(speech, draft) if draft else None,
    }
    return render(request, "web/plan_reading.html", context, status=422 if faults else 200)
