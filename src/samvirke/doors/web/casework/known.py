"""A case that somebody knows of and does not work on: its number and kind, and the form that puts a colleague on it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from samvirke.desks.casework.facts.declared import declared_of
from samvirke.desks.casework.models import Case
from samvirke.desks.casework.queries.at_work import at_work, colleagues_to_add
from samvirke.doors.web.casework.access import CLOSE, deed
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, wrong_in
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.fault import Refused
from samvirke.trust.access.guard import NotAllowed, ask
from samvirke.trust.access.rules import may

# What somebody may do from outside who leads casework in their agency.
_OFFERED = ("assign", "conflict", "unseal")


def known_only(request: Asked, case: Case) -> HttpResponse:
    """For whoever leads casework in an agency that takes part. To everybody else there is no such page."""
    ask(request.actor, "casework.know", case)
    agency = _agency(request, case)
    if request.method != "POST":
        return _page(request, case, agency)
    if request.POST.get("deed") not in _OFFERED:
        raise Http404
    try:
        deed(request, case, agency)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, case, agency, wrong_in(request, refusal), status=422)
    return redirect("cases-case", case.district_id, case.pk)


def _agency(request: Asked, case: Case) -> str:
    """The agency that they lead casework for, among those that take part."""
    leads = request.actor.agencies_as(("case-leader",))
    joined = case.participants.filter(until__isnull=True, agency__in=leads).order_by("agency_id")
    found = joined.values_list("agency_id", flat=True).first()
    if found is None:
        raise Http404
    return str(found)


def _page(request: Asked, case: Case, agency: str, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech = request.speech
    working = at_work(request.actor, case)
    context = {
        "district": request.district,
        "case": case,
        "label": case.label,
        "kind": speech.say(declared_of(case).title),
        "wrong": wrong,
        "agencies": [
            {"name": speech.words(one.agency.words), "leads": speech.listed(one.leads), "readers": one.readers}
            for one in working
        ],
        "nobody": not any(one.agency.pk == agency and one.readers for one in working),
        "to_add": colleagues_to_add(request.actor, case, agency) if may(request.actor, "casework.assign", case) else [],
        "may_note": may(request.actor, "casework.note-conflict", case),
        "close": [(name, speech.say(said)) for name, said in CLOSE.items()],
    }
    return render(request, "web/case_known.html", context, status=status)
