"""The signals of a district: what waits, what was found, and a year of looks held against the promise."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.doors.web.emerging.shown import drawn_map, lines
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, no_such_deed, text_in, wrong_of
from samvirke.doors.web.shell.work import shown_job
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import Said, _
from samvirke.insight.emerging.commands.ask_look import ask_look
from samvirke.insight.emerging.commands.set_budget import set_budget
from samvirke.insight.emerging.engine.watched import NO_PLACES
from samvirke.insight.emerging.models.signal import CLOSED, JUDGED, WAITING
from samvirke.insight.emerging.queries.budget import budget_of
from samvirke.insight.emerging.queries.signals import newest_sightings, signals
from samvirke.insight.emerging.queries.this_year import Account, this_year
from samvirke.insight.emerging.queries.under_way import under_way
from samvirke.registers.incidents.categories import categories
from samvirke.registers.incidents.queries.store import open_store
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

_CLOSED_SHOWN, _LONGEST = 50, 8


@require_http_methods(["GET", "HEAD", "POST"])
def _room(request: Asked, district: District) -> HttpResponse:
    """The page, or one of its two forms: a look now, and what the district accepts."""
    if request.method != "POST":
        return _page(request)
    wrong = wrong_of(request, lambda: _deed(request))
    if wrong is not None:
        return _page(request, wrong, status=422)
    return redirect("emerging", district.pk)


room = page("emerging.see")(_room)


def _deed(request: Asked) -> None:
    wanted = text_in(request, "deed")
    if wanted == "look":
        ask_look(request.actor, district=request.district)
    elif wanted == "budget":
        set_budget(
            request.actor,
            district=request.district,
            alarms_per_year=_number(text_in(request, "alarms")),
            reference=text_in(request, "reference"),
            with_discovered=text_in(request, "discovered") == "on",
            invented=is_demo(),
        )
    else:
        raise no_such_deed()


def _number(written: str) -> float:
    try:
        if len(written) > _LONGEST:
            raise ValueError
        return float(written.replace(",", "."))
    except ValueError:
        what = Said(_("“{written}” is no number."), {"written": written[:20]})
        raise Refused.because(what, _("Write it with digits and at most one comma.")) from None


def _page(request: Asked, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    district, speech = request.district, request.speech
    rows = list(signals(request.actor, district))
    by_state = {state: [one for one in rows if one.state == state] for state in (WAITING, JUDGED, CLOSED)}
    opened = [*by_state[WAITING], *by_state[JUDGED]]
    seen = newest_sightings(request.actor, rows)
    told, marks = lines(request, rows, seen), {one.pk: str(number) for number, one in enumerate(opened, 1)}
    listed = {
        state: [told[one.pk] | {"number": marks.get(one.pk, "")} for one in by_state[state]] for state in by_state
    }
    account, budget = this_year(request.actor, district), budget_of(request.actor, district)
    job = under_way(request.actor, district)
    context = {
        "district": district,
        "has_data": not open_store(request.actor, district).is_empty,
        "waiting": listed[WAITING],
        "judged": listed[JUDGED],
        "closed": listed[CLOSED][:_CLOSED_SHOWN],
        "map": drawn_map(district, [(marks[one.pk], seen[one.pk]) for one in opened if one.pk in seen], speech),
        "account": _account(request, account) if account else None,
        "budget": {
            "alarms": speech.number(budget.alarms_per_year, 0 if budget.alarms_per_year.is_integer() else 1),
            "reference": budget.reference,
            "since": speech.day(budget.since, year=True) if budget.since else "",
            "discovered": budget.with_discovered,
            "invented": budget.invented,
        },
        "left_out": speech.listed(_names(request, sorted(NO_PLACES))),
        "found_themselves": speech.listed(_names(request, [k for k, one in categories().items() if one.found])),
        "works": may(request.actor, "emerging.look", district),
        "may_set": may(request.actor, "emerging.set-budget", district),
        "job": shown_job(request, job) if job else None,
        "wrong": wrong,
        "typed": wrong.typed,
    }
    return render(request, "web/emerging.html", context, status=status)


def _account(request: Asked, account: Account) -> dict[str, Any]:
    speech = request.speech
    newest = account.newest
    return {
        "looks": speech.number(account.looks),
        "questions": speech.number(account.questions),
        "by_chance": speech.number(account.by_chance, 1),
        "raised": speech.number(account.raised),
        "sorts": [
            (speech.say(_("wait")), account.waiting),
            (speech.say(_("real")), account.real),
            (speech.say(_("errors in the data")), account.data),
            (speech.say(_("already known")), account.known),
        ],
        "first": speech.day(account.first, year=True),
        "until": speech.day(account.until, year=True),
        "types": speech.listed(_names(request, newest.series)),
        "count": len(newest.series),
        "p": speech.number(newest.alarm_p, 5),
        "deals": speech.number(newest.parameters["shuffles"]),
        "sources": ", ".join(f"{name} v{number}" for name, number in newest.made_from["sources"].items()),
    }


def _names(request: Asked, codes: list[str]) -> list[str]:
    known = categories()
    return [request.speech.words(known[code].words) if code in known else code for code in codes]
