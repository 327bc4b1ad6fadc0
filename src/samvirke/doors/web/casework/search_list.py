"""The searches of a case on its page: for those who work on it for the agency that owns it, and for nobody else."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from samvirke.desks.casework.facts.searchable import against_search
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.desks.casework.queries.searches import searches_of
from samvirke.doors.web.casework.search_words import RESULTS, about_said
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.words import _
from samvirke.trust.access.rules import may


def searches_shown(request: Asked, view: CaseView) -> dict[str, Any] | None:
    """The list, and whether another may be begun; nothing where the case holds none and may hold none."""
    case, speech = view.case, request.speech
    if not may(request.actor, "casework.begin-search", case):
        return None
    found = list(searches_of(request.actor, case))
    may_begin = against_search(case) is None and not any(one.is_open for one in found)
    if not found and not may_begin:
        return None
    rows = [
        {
            "address": reverse("cases-search", args=[case.district_id, case.pk, one.pk]),
            "number": speech.say(_("Search {number}"), number=one.number),
            "about": about_said(one.about, speech),
            "period": speech.say(
                _("{first} until {last}"),
                first=speech.day(one.reports_from, year=True),
                last=speech.day(one.reports_to, year=True),
            ),
            "result": speech.say(RESULTS[one.result]),
        }
        for one in found
    ]
    return {"rows": rows, "may_begin": may_begin}
