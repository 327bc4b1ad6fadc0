"""The data protection officer's judgement of one opening in an emergency: its reason in words, and a verdict on it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from samvirke.desks.casework.commands.break_glass import review_glass
from samvirke.desks.casework.models import BreakGlass
from samvirke.desks.casework.queries.broken_glass import broken_to_judge
from samvirke.doors.web.casework.emergencies import VERDICTS, row_shown
from samvirke.doors.web.casework.wording import reasons
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.registers.places.models import District


@page("casework.see-types")
def judge(request: Asked, district: District, broken_id: uuid.UUID) -> HttpResponse:
    """The form; sent, the judgement. It is for the owner's data protection officer, and for nobody's own opening."""
    found = _found(request, district, broken_id)
    if request.method != "POST":
        return _page(request, district, found)
    verdict, said = request.POST.get("verdict", ""), request.POST.get("said", "")
    try:
        review_glass(request.actor, case=found.case, broken=found, verdict=verdict, said=said)
    except Refused as refusal:
        return _page(request, district, found, reasons(refusal, request.speech))
    return redirect("cases-emergencies", district_id=district.pk)


def _found(request: Asked, district: District, broken_id: uuid.UUID) -> BreakGlass:
    try:
        return broken_to_judge(request.actor, district.pk, broken_id)
    except BreakGlass.DoesNotExist as error:
        raise Http404 from error


def _page(request: Asked, district: District, found: BreakGlass, wrong: list[str] | None = None) -> HttpResponse:
    sent, speech = request.POST, request.speech
    context = {
        "district": district,
        "row": row_shown(request, found),
        "text": found.text,
        "judged": {"by": found.reviewed_by.name, "said": found.said} if found.reviewed_by else None,
        "verdicts": [(name, speech.say(said), name == sent.get("verdict")) for name, said in VERDICTS.items()],
        "said": sent.get("said", ""),
        "wrong": wrong or [],
    }
    return render(request, "web/cases_judgement.html", context, status=422 if wrong else 200)
