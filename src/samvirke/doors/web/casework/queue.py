"""The work queue: first what waits for whoever is signed in, then their cases by deadline, a page at a time."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samvirke.desks.casework.models import Case
from samvirke.desks.casework.queries.work_queue import VIEWS, Queue, work_queue
from samvirke.doors.web.casework.needs import needs_shown
from samvirke.doors.web.casework.wording import agency_said, case_address, deadline, kind_said, stage_said
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

_TITLES = {
    "mine": _("Mine"),
    "late": _("Late"),
    "soon": _("Within a week"),
    "changed": _("Changed since I looked"),
    "agency": _("Others of my agency"),
    "closed": _("Closed"),
}
_EMPTY = {
    "mine": _("You work on no open case. Open one from the kinds of case, or ask whoever leads a case to add you."),
    "late": _("None of your cases is past its deadline. Look at those that end within a week."),
    "soon": _("No deadline of yours falls within a week. Look at all your cases to see the next one."),
    "changed": _("Nothing has changed in your cases since you looked at them."),
    "agency": _(
        "There is no other case of your agency that you may know of. Whoever leads casework sees them all; ask them"
        " to add you to a case that you need."
    ),
    "closed": _("None of your cases has been closed. A closed case stays here until it is forgotten."),
}
_NONE_OF_KIND = _("None of this kind. Choose all kinds to see the others.")


@page("casework.see-types")
def queue(request: Asked, district: District) -> HttpResponse:
    """One page of one view. An address that names no such view shows one's own cases."""
    view = request.GET.get("view", "")
    view = view if view in VIEWS else VIEWS[0]
    chosen = request.GET.get("kind", "")
    found = work_queue(request.actor, district.pk, view, chosen, _number(request.GET.get("page", "")))
    context = {
        "district": district,
        "needs": needs_shown(request, district),
        "tabs": [_tab(request, district, name, found) for name in VIEWS],
        "view": view,
        "kinds": _kinds(request, found, chosen),
        "rows": [_row(request, one) for one in found.rows],
        "empty": request.speech.say(_NONE_OF_KIND if found.types else _EMPTY[view]),
        "pages": _pages(request, district, found, chosen),
        "may_enter": may(request.actor, "casework.enter-period", district),
    }
    return render(request, "web/cases.html", context)


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 7 else 1


def _tab(request: Asked, district: District, name: str, found: Queue) -> dict[str, Any]:
    return {
        "title": request.speech.say(_TITLES[name]),
        "count": found.counts[name],
        "here": name == found.view,
        "address": f"{reverse('cases', args=[district.pk])}?{urlencode({'view': name})}#cases",
    }


def _kinds(request: Asked, found: Queue, chosen: str) -> list[dict[str, Any]]:
    """The kinds that this view holds, by their title."""
    titles = [(kind_said(name, request.speech), name, count) for name, count in found.types.items()]
    return [
        {"name": name, "title": title, "count": count, "here": name == chosen} for title, name, count in sorted(titles)
    ]


def _pages(request: Asked, district: District, found: Queue, chosen: str) -> dict[str, Any]:
    if found.pages == 1:
        return {}

    def address(number: int) -> str:
        asked = {"view": found.view, **({"kind": chosen} if chosen else {}), "page": number}
        return f"{reverse('cases', args=[district.pk])}?{urlencode(asked)}#cases"

    return {
        "said": request.speech.say(_("Page {page} of {pages}"), page=found.page, pages=found.pages),
        "before": address(found.page - 1) if found.page > 1 else "",
        "after": address(found.page + 1) if found.page < found.pages else "",
    }


def _row(request: Asked, case: Case) -> dict[str, Any]:
    speech = request.speech
    return {
        "number": case.label,
        "address": case_address(case),
        "kind": kind_said(case.type, speech),
        "stage": stage_said(case, speech),
        "place": case.municipality.name if case.municipality else "",
        "deadline": deadline(case, today(), speech),
        "owner": agency_said(case.owner, speech),
    }
