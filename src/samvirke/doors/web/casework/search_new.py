"""Beginning a search among our own reports: for what, by which criterion, of which period, and kept until when."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.commands.begin_search import ANOTHER_IS_OPEN, begin_search
from samvirke.desks.casework.facts.searchable import SEARCH, against_search
from samvirke.desks.casework.facts.type_standings import entered_periods
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.desks.casework.queries.searches import searches_of
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, exists, frame, opened, wrong_in
from samvirke.doors.web.casework.search_words import ABOUT
from samvirke.doors.web.casework.tasks import date_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed, ask


@require_http_methods(["GET", "HEAD", "POST"])
def _new(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """The form, or why nothing is searched in this case."""
    ask(request.actor, "casework.begin-search", exists(district, case_id))
    view = opened(request, district, case_id)
    if request.method != "POST":
        return _page(request, view)
    try:
        made = begin_search(
            request.actor,
            case=view.case,
            about=request.POST.get("about", ""),
            criterion=request.POST.get("criterion", ""),
            reports_from=date_in(request, "reports_from"),
            reports_to=date_in(request, "reports_to"),
        )
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, view, wrong_in(request, refusal), status=422)
    return redirect("cases-search", district.pk, case_id, made.pk)


new = page("casework.see-types")(_new)


def _page(request: Asked, view: CaseView, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    case, against = view.case, against_search(view.case)
    if against is None and searches_of(request.actor, case).filter(ended_on__isnull=True).exists():
        against = ANOTHER_IS_OPEN
    context = frame(request, view) | {
        "wrong": wrong,
        "against": against.text(request.speech.language) if against else "",
        "abouts": [(name, request.speech.say(said), name == wrong.typed.get("about", "child")) for name, said in ABOUT],
        "days": entered_periods(case.district_id, case.type, case.owner_id)(SEARCH),
        "today": today().isoformat(),
    }
    return render(request, "web/case_search_new.html", context, status=status)
