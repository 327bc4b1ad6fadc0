"""Ending a search: with a social report of our own, or with nothing; either way its reports are forgotten at once."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.commands.end_search import end_search
from samvirke.desks.casework.engine.questions import Several
from samvirke.desks.casework.facts.searchable import REPORT_TYPE
from samvirke.desks.casework.facts.type_standings import type_standings
from samvirke.desks.casework.register import case_type
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, wrong_in
from samvirke.doors.web.casework.search import Both, found_search, search_frame
from samvirke.doors.web.casework.search_words import report_said
from samvirke.doors.web.casework.tasks import date_in
from samvirke.doors.web.casework.wording import case_address
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import no_such_deed
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.handovers.case_search import report_found
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed

REPORT, NOTHING = "report", "nothing"


@require_http_methods(["GET", "HEAD", "POST"])
def _end(request: Asked, district: District, case_id: uuid.UUID, search_id: uuid.UUID) -> HttpResponse:
    """What follows is said before either button."""
    both = found_search(request, district, case_id, search_id)
    if request.method != "POST":
        return _page(request, both)
    search, form = both[1].search, request.POST.get("deed", "")
    try:
        if form == NOTHING:
            end_search(request.actor, search=search, why=request.POST.get("why", ""))
            return redirect("cases-search", district.pk, case_id, search_id)
        if form == REPORT:
            return redirect(case_address(report_found(request.actor, search=search, **_report(request))))
        raise no_such_deed()
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, both, wrong_in(request, refusal), status=422)


end = page("casework.see-types")(_end)


def _report(request: Asked) -> dict[str, Any]:
    sent = request.POST
    return {
        "why": sent.get("why", ""),
        "name": sent.get("name", ""),
        "born": date_in(request, "born") if sent.get("born") else None,
        "about": sent.getlist("about"),
        "seen": sent.get("seen", ""),
        "acute": bool(sent.get("acute")),
        "own_alone": bool(sent.get("own_alone")),
    }


def _page(request: Asked, both: Both, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech, search = request.speech, both[1].search
    standing = type_standings(search.case.district_id)[REPORT_TYPE]
    asked = case_type(REPORT_TYPE).question("concern.about")
    chosen = request.POST.getlist("about")
    context = search_frame(request, both) | {
        "wrong": wrong,
        "groups": [[report_said(one, speech) for one in group] for group in both[1].groups],
        "against": [said.text(speech.language) for said in standing.against],
        "abouts": [
            (name, speech.say(title), name in chosen)
            for name, title in (asked.options if isinstance(asked, Several) else ())
        ],
        "typed": wrong.typed if wrong.form == REPORT else _beforehand(both, speech),
        "nothing": wrong.typed.get("why", "") if wrong.form == NOTHING else "",
        "sticks": speech.say(
            _("What was referred to you here came for another purpose, and a social report resting on it is not sent.")
        ),
    }
    return render(request, "web/case_search_end.html", context, status=status)


def _beforehand(both: Both, speech: Speech) -> dict[str, str]:
    """Whom the newest report of the first group names, and where its reports stand; whoever writes looks again."""
    if not both[1].groups:
        return {}
    newest = max(both[1].groups[0], key=lambda one: one.on)
    named = " ".join(part for part in (newest.given, newest.surname) if part)
    stand = [f"{report_said(one, speech)['where']}: " for one in sorted(both[1].groups[0], key=lambda one: one.on)]
    return {"name": named, "born": newest.born.isoformat() if newest.born else "", "seen": "\n".join(stand)}
