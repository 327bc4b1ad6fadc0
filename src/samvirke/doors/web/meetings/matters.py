"""Matters between the bodies of a district: what waits for an answer, and from whom; and forwarding another."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.meetings.commands.forward import answer_matter
from samvirke.desks.meetings.models import Matter
from samvirke.desks.meetings.queries.matters import matters as found_matters
from samvirke.doors.web.meetings.room import day_in, reasons
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Words, _
from samvirke.handovers.meeting_forward import forward_matter
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.pack.page_one import days_late
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may


@require_http_methods(["GET", "HEAD", "POST"])
def _matters(request: Asked, district: District) -> HttpResponse:
    """Unanswered ones first, the most pressing at the top."""
    if request.method != "POST":
        return _page(request, district)
    try:
        _deed(request, district)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, district, reasons(request, refusal))
    return redirect("meetings-matters", district.pk)


matters = page("meetings.see")(_matters)


def _deed(request: Asked, district: District) -> None:
    sent, known = request.POST, {one.pk: one for one in bodies(request.actor).filter(district=district)}
    if sent.get("deed") == "answer":
        matter = next(
            (one for one in found_matters(request.actor, district.pk) if str(one.pk) == sent.get("matter")), None
        )
        if matter is None:
            raise Http404
        return answer_matter(request.actor, body=matter.to_body, matter=matter, answer=sent.get("answer", ""))
    if sent.get("from") not in known or sent.get("to") not in known:
        raise Refused.because(_("It is not said between which bodies."), _("Choose both."))
    if not sent.get("title", "").strip():
        raise Refused.because(_("The matter has no title."), _("Write what it is about in a few words."))
    title = sent.get("title", "").strip()[:200]
    forward_matter(
        request.actor,
        body=known[sent["from"]],
        to_body=known[sent["to"]],
        title=Words(da=title) if request.speech.language == "da" else Words(en=title),
        text=sent.get("text", ""),
        answer_by=day_in(request, "answer_by"),
    )
    return None


def _page(request: Asked, district: District, wrong: list[str] | None = None) -> HttpResponse:
    rows = [_row(request, one) for one in found_matters(request.actor, district.pk)]
    known = bodies(request.actor).filter(district=district).order_by("kind", "id")
    context = {
        "district": district,
        "waiting": [one for one in rows if not one["answered"]],
        "answered": [one for one in rows if one["answered"]],
        "may_forward": may(request.actor, "meetings.forward", district),
        "bodies": [(one.pk, request.speech.words(one.words)) for one in known],
        "typed": request.POST,
        "wrong": wrong or [],
    }
    return render(request, "web/meetings_matters.html", context, status=422 if wrong else 200)


def _row(request: Asked, one: Matter) -> dict[str, Any]:
    speech = request.speech
    late = (today() - one.answer_by).days
    state = "met" if one.answered_on else "overdue" if late > 0 else "waiting"
    if one.answered_on:
        said = speech.say(_("Answered {day}"), day=speech.day(one.answered_on, year=True))
    elif late > 0:
        said = days_late(late, speech)
    else:
        said = speech.say(_("Answer expected by {day}"), day=speech.day(one.answer_by, year=True))
    return {
        "pk": one.pk,
        "title": speech.words(one.words),
        "text": one.text,
        "from": speech.words(one.from_body.words),
        "to": speech.words(one.to_body.words),
        "answer": one.answer,
        "answered": one.answered_on is not None,
        "state": state,
        "sign": sign(state),
        "said": said,
        "is_open": one.is_open,
    }
