"""The page of one search: its reports, how many pairs that is, what was found, and what a person has to look at."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.commands.bring_reports import bring_reports
from samvirke.desks.casework.commands.choose_certainty import choose_certainty
from samvirke.desks.casework.commands.match_reports import ask_matching
from samvirke.desks.casework.matching.blocking import BUDGET, RULES
from samvirke.desks.casework.matching.read_reports import (
    COLUMNS,
    MOST_BYTES,
    MOST_REPORTS,
    Report,
    read_file,
    report_of,
)
from samvirke.desks.casework.models import Search
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.desks.casework.queries.searches import SearchView, search_view
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, frame, opened, version_in, wrong_in
from samvirke.doors.web.casework.search_words import RESULTS, about_said, pair_said, report_said, values_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import no_such_deed
from samvirke.doors.web.shell.work import shown_job
from samvirke.foundation.fault import Refused, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed, ask
from samvirke.trust.jobs.commands.cancel import cancel

_SHOWN = 200
Both = tuple[CaseView, SearchView]


@require_http_methods(["GET", "HEAD", "POST"])
def _show(request: Asked, district: District, case_id: uuid.UUID, search_id: uuid.UUID) -> HttpResponse:
    """What there is and what to do next; each form of the page comes back here."""
    both = found_search(request, district, case_id, search_id)
    if request.method != "POST":
        return _page(request, both)
    try:
        _deed(request, both[1])
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, both, wrong_in(request, refusal), status=422)
    place = {"certainty": "#worklist", "match": "#pairs"}.get(request.POST.get("deed", ""), "#reports")
    return redirect(reverse("cases-search", args=[district.pk, case_id, search_id]) + place)


show = page("casework.see-types")(_show)


def found_search(request: Asked, district: District, case_id: uuid.UUID, search_id: uuid.UUID) -> Both:
    """The case and its search as the one who asks may see them; both readings stand in the trail."""
    search = Search.objects.filter(pk=search_id, case=case_id, case__district=district).first()
    if search is None:
        raise Http404
    ask(request.actor, "casework.read-search", search)
    return opened(request, district, case_id), search_view(request.actor, search_id)


def _deed(request: Asked, view: SearchView) -> None:
    actor, search, sent = request.actor, view.search, request.POST
    match sent.get("deed"):
        case "file":
            brought = read_file(_sent(request), search.reports_from, search.reports_to)
            bring_reports(actor, search=search, reports=brought)
        case "report":
            bring_reports(actor, search=search, reports=[_one(request, search)])
        case "match":
            ask_matching(actor, search=search, rules=sent.getlist("rules"))
        case "stop":
            ask(actor, "casework.match-reports", search)
            if view.job is not None:
                cancel(view.job)
        case "certainty":
            least = sent.get("at_least", "")
            percent = int(least) if least.isascii() and least.isdigit() and len(least) < 4 else 0
            choose_certainty(actor, search=search, at_least=percent / 100, version=version_in(request))
        case _:
            raise no_such_deed()


def _sent(request: Asked) -> bytes:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        raise Refused.because(_("No file was chosen."), _("Choose one and try again."))
    # No more than what is refused for its size.
    return file.read(MOST_BYTES + 1)


def _one(request: Asked, search: Search) -> Report:
    given = {name: str(request.POST.get(name, "")).strip() for name in COLUMNS}
    found, faults = report_of(given, search.reports_from, search.reports_to)
    refuse_if_any(faults)
    if found is None:
        raise no_such_deed()
    return found


def search_frame(request: Asked, both: Both) -> dict[str, Any]:
    """What the head of each page of a search says."""
    view, found = both
    search, speech = found.search, request.speech
    return frame(request, view) | {
        "search": search,
        "about": about_said(search.about, speech),
        "from": speech.day(search.reports_from, year=True),
        "to": speech.day(search.reports_to, year=True),
        "begun": speech.day(search.begun_on, year=True),
        "begun_by": search.begun_by.name,
        "forget_on": speech.day(search.forget_on, year=True),
        "result": speech.say(RESULTS[search.result]),
        "tally": found.tally,
        "may_write": search.is_open and view.case.is_open and not view.mine.reads_only,
    }


def _page(request: Asked, both: Both, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    view, speech = both[1], request.speech
    search = view.search
    context = search_frame(request, both) | {
        "wrong": wrong,
        "reports": [report_said(one, speech) for one in view.reports[:_SHOWN]],
        "more": max(len(view.reports) - _SHOWN, 0),
        "columns": [names[-1] if speech.language == "da" else names[0] for names in _columns()],
        "most": speech.number(MOST_REPORTS),
        "rules": _rules(request, view, wrong),
        "at_most": speech.number(view.count.at_most),
        "budget": speech.number(BUDGET),
        "job": shown_job(request, view.job) if view.job else None,
        "again": reverse("cases-search", args=[view.search.case.district_id, search.case_id, search.pk]),
        "ended": speech.day(search.ended_on, year=True) if search.ended_on else "",
        **(_found(request, view) if search.ran_on else {}),
    }
    if request.headers.get("HX-Request") == "true" and view.job and view.job.is_open:
        return render(request, "web/parts/case_search_work.html", context)
    response = render(request, "web/case_search.html", context, status=status)
    if request.headers.get("HX-Request") == "true":
        response["HX-Refresh"] = "true"
    return response


def _found(request: Asked, view: SearchView) -> dict[str, Any]:
    speech, search, model = request.speech, view.search, view.search.model
    least = search.at_least
    return {
        "ran": speech.day(search.ran_on, year=True) if search.ran_on else "",
        "stale": view.is_stale,
        "compared": _pairs(model["compared"], request),
        "among": speech.number(model["records"]),
        "outlooks": [
            {
                "percent": round(100 * one.at_least),
                "said": speech.percent(100 * one.at_least),
                "listed": speech.number(one.listed),
                "wrong": speech.number(one.wrong, 1),
                "missed": speech.number(one.missed, 1),
                "chosen": least is not None and abs(one.at_least - least) < 0.001,
            }
            for one in view.outlooks
        ],
        "least": speech.percent(100 * least) if least is not None else "",
        "worklist": [pair_said(one, speech) for one in view.worklist[:_SHOWN]],
        "worklist_more": max(len(view.worklist) - _SHOWN, 0),
        "groups": [[report_said(one, speech) for one in group] for group in view.groups],
        "values": values_said(model, search.about, speech),
        "prior": speech.number(1 / model["prior"]),
        "by": model["by"],
    }


def _rules(request: Asked, view: SearchView, wrong: Wrong) -> list[dict[str, Any]]:
    """The ways of searching with how many pairs each gives; those last chosen, or all while they fit the budget."""
    count = view.count
    before = view.search.rules or (list(count.by_rule) if count.at_most <= BUDGET else [])
    chosen = request.POST.getlist("rules") if wrong.form == "match" else before
    return [
        {
            "name": name,
            "title": request.speech.say(RULES[name].title),
            "pairs": request.speech.number(pairs),
            "chosen": name in chosen,
        }
        for name, pairs in count.by_rule.items()
    ]


def _columns() -> list[tuple[str, ...]]:
    return [names[:2] if len(names) > 1 else names * 2 for names in COLUMNS.values()]


def _pairs(count: int, request: Asked) -> str:
    return Said(_("{count} pair"), {"count": count}, plural=_("{count} pairs")).text(request.speech.language)
