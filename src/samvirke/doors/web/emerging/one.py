"""One signal: what was seen in which weeks, what it does not say, and the form in which somebody says what it is."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.desks.meetings.models import AgendaItem
from samvirke.desks.meetings.models.agenda_item import SIGNAL
from samvirke.doors.web.emerging.shown import VERDICTS_SAID, drawn_map, numbers, standing
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.sent import NOTHING_WRONG, Wrong, no_such_deed, text_in, version_in, wrong_of
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.weekly_bars import weekly_bars
from samvirke.insight.emerging.commands.close import close
from samvirke.insight.emerging.commands.judge import judge
from samvirke.insight.emerging.models import Sighting, Signal
from samvirke.insight.emerging.models.signal import CLOSED, JUDGED, WAITING
from samvirke.insight.emerging.offered import key_of
from samvirke.insight.emerging.queries.signals import sightings, signals
from samvirke.insight.emerging.said import title
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

# The kind of place that a signal of this type may become the evidence for.
_KINDS = {
    "burglary-home": "burglary-area", "collision-injury": "black-spot", "collision-damage": "black-spot",
    "violence-against-person": "insecure-place", "public-order": "insecure-place", "disorder-call": "insecure-place",
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def _one(request: Asked, district: District, signal_id: uuid.UUID) -> HttpResponse:
    """The page, or what its form asks for. What was typed stays when it is refused."""
    found = signals(request.actor, district).filter(pk=signal_id).first()
    if found is None:
        raise Http404
    if request.method != "POST":
        return _page(request, found)
    wrong = wrong_of(request, lambda: _deed(request, found))
    if wrong is not None:
        return _page(request, found, wrong, status=422)
    return redirect("emerging-one", district.pk, found.pk)


show = page("emerging.see")(_one)


def _deed(request: Asked, found: Signal) -> None:
    version, wanted = version_in(request), text_in(request, "deed")
    if wanted == "judge":
        verdict, words = text_in(request, "verdict"), text_in(request, "words")
        judge(request.actor, signal=found, version=version, verdict=verdict, words=words)
    elif wanted == "close":
        close(request.actor, signal=found, version=version, why=text_in(request, "why"))
    else:
        raise no_such_deed()


def _page(request: Asked, found: Signal, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech, seen = request.speech, sightings(request.actor, found)
    told = numbers(request, seen)
    rows, judges = [told[each.pk] for each in seen], may(request.actor, "emerging.judge", found)
    forms = {"may_judge": judges and found.state == WAITING, "may_close": judges and found.state == JUDGED}
    context = {
        "district": request.district,
        "one": found,
        "title": title(found, speech),
        "standing": standing(found, speech),
        "verdict": speech.say(VERDICTS_SAID[found.verdict]) if found.verdict else "",
        "judged_on": speech.day(found.judged_on, year=True) if found.judged_on else "",
        "closed_on": speech.day(found.closed_on, year=True) if found.state == CLOSED and found.closed_on else "",
        "newest": rows[-1] if rows else {},
        "has_place": bool(seen) and seen[-1].x is not None,
        "look": seen[-1].look if seen else None,
        "deals": speech.number(seen[-1].look.parameters["shuffles"]) if seen else "",
        "sources": ", ".join(f"{k} v{v}" for k, v in seen[-1].look.made_from["sources"].items()) if seen else "",
        "rows": rows,
        "weeks": _weeks(request, seen[-1]) if seen and judges else None,
        "map": drawn_map(request.district, [("", seen[-1])], speech, 300, found.municipality_id) if seen else None,
        "agenda": _agenda(request, found),
        "propose": _proposal(request, found),
        "verdicts": [(value, speech.say(words)) for value, words in VERDICTS_SAID.items()],
        "wrong": wrong,
        "typed": wrong.typed,
        "wrong_above": not forms.get(f"may_{wrong.form}"),
        **forms,
    }
    return render(request, "web/emerging_one.html", context, status=status)


def _weeks(request: Asked, seen: Sighting) -> dict[str, Any]:
    """The bars by week, and the same as a table."""
    speech = request.speech
    count = len(seen.weeks)
    mondays = [seen.look.until - timedelta(days=7 * (count - number) - 1) for number in range(count)]
    strong = next((number for number, monday in enumerate(mondays) if monday >= seen.begins), count)
    alt = speech.say(
        _("Reports in the place in each of the last {count} weeks; the table below has them."), count=count
    )
    ends = (speech.day(mondays[0]), speech.day(seen.look.until, year=True))
    rows = [
        {"monday": speech.day(monday, year=True), "count": each, "usual": speech.number(usual, 1)}
        for monday, each, usual in zip(mondays, seen.weeks, seen.usual, strict=True)
    ]
    return {"drawing": weekly_bars(seen.weeks, seen.usual, strong, ends, alt), "rows": rows}


def _agenda(request: Asked, found: Signal) -> dict[str, Any] | None:
    """The council whose agenda it is offered to, and the meetings that have taken it in."""
    if found.state == WAITING:
        return None
    councils = bodies(request.actor).filter(covers__municipality=found.municipality, kind="local-council")
    council: Body | None = councils.filter(district=request.district).first()
    items = AgendaItem.objects.filter(source=SIGNAL, source_key=key_of(found), meeting__body__district=request.district)
    return {
        "council": request.speech.words(council.words) if council else "",
        "meetings": [
            {
                "id": one.meeting_id,
                "body": request.speech.words(one.meeting.body.words),
                "day": request.speech.day(one.meeting.starts.date(), year=True) if one.meeting.starts else "",
            }
            for one in items.select_related("meeting__body")
        ],
    }


def _proposal(request: Asked, found: Signal) -> str:
    """The address of the form that names a place, with the words of this signal in it."""
    kind = _KINDS.get(found.category, "")
    if found.state != JUDGED or not kind or not may(request.actor, "designations.propose", request.district):
        return ""
    told = {"name": found.town, "municipality": found.municipality_id, "purpose": found.words}
    return f"{reverse('places-new', args=[request.district.pk, kind])}?{urlencode(told)}"
