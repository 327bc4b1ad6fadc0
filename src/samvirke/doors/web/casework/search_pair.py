"""One pair of reports: what speaks for and against their being of the same, and what a person finds."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.commands.judge_pair import judge_pair
from samvirke.desks.casework.models import SearchPair
from samvirke.desks.casework.models.search_pair import FOUND as ANSWERS
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, version_in, wrong_in
from samvirke.doors.web.casework.search import Both, found_search, search_frame
from samvirke.doors.web.casework.search_words import FOUND, evidence_said, pair_said, report_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed


@require_http_methods(["GET", "HEAD", "POST"])
def _show(
    request: Asked, district: District, case_id: uuid.UUID, search_id: uuid.UUID, pair_id: uuid.UUID
) -> HttpResponse:
    """Explained field by field; below it the three answers and their reason."""
    both = found_search(request, district, case_id, search_id)
    pair = next((one for one in both[1].worklist if one.pk == pair_id), None)
    if pair is None:
        raise Http404
    if request.method != "POST":
        return _page(request, both, pair)
    sent = request.POST
    try:
        judge_pair(
            request.actor,
            search=both[1].search,
            pair=pair,
            same=sent.get("same", ""),
            why=sent.get("why", ""),
            version=version_in(request),
        )
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, both, pair, wrong_in(request, refusal), status=422)
    return redirect(reverse("cases-search", args=[district.pk, case_id, search_id]) + "#worklist")


show = page("casework.see-types")(_show)


def _page(
    request: Asked, both: Both, pair: SearchPair, wrong: Wrong = NOTHING_WRONG, status: int = 200
) -> HttpResponse:
    speech = request.speech
    chosen = str(wrong.typed.get("same", pair.same))
    context = search_frame(request, both) | {
        "wrong": wrong,
        "pair": pair,
        "said": pair_said(pair, speech),
        "halves": [report_said(one, speech) for one in (pair.first, pair.second)],
        "rows": evidence_said(pair, both[1].search.about, speech),
        "answers": [(name, speech.say(FOUND[name]), name == chosen) for name in ANSWERS],
        "why": wrong.typed.get("why", pair.why),
        "judged": speech.day(pair.judged_on, year=True) if pair.judged_on else "",
    }
    return render(request, "web/case_search_pair.html", context, status=status)
