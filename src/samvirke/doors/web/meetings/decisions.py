"""The decisions of the district's bodies, searched by their words, each with what became of it."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from samvirke.desks.meetings.commands.correct import correct
from samvirke.desks.meetings.content import OUTCOMES
from samvirke.desks.meetings.models import Decision
from samvirke.desks.meetings.queries.decisions import born_of, decisions
from samvirke.doors.web.meetings.at_hand import decision_number
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import COPENHAGEN, today
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.names import owners_said
from samvirke.insight.briefing.pack.page_one import days_late
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

_AT_MOST = 100


@page("meetings.see")
def search(request: Asked, district: District) -> HttpResponse:
    """The newest first; a hundred at most, and how many there are."""
    words, body = request.GET.get("q", "").strip()[:200], request.GET.get("body", "")
    found = decisions(request.actor, district.pk, words, body)
    shown = list(found.prefetch_related("corrections")[:_AT_MOST])
    born = born_of(request.actor, district.pk, *shown)
    meeting_bodies = bodies(request.actor).filter(district=district, decisions__isnull=False).distinct().order_by("id")
    total = found.count()
    context = {
        "district": district,
        "words": words,
        "bodies": [(one.pk, request.speech.words(one.words), one.pk == body) for one in meeting_bodies],
        "rows": [_row(request, one, born.get(str(one.pk), [])) for one in shown],
        "total": Said(_("{count} decision"), {"count": total}, _("{count} decisions")).text(request.speech.language),
        "more": total > _AT_MOST,
    }
    return render(request, "web/meetings_decisions.html", context)


@page("meetings.see")
@require_POST
def correction(request: Asked, district: District, decision_id: uuid.UUID) -> HttpResponse:
    """A note beside a decision whose minutes are approved."""
    found = decisions(request.actor, district.pk).filter(pk=decision_id).first()
    if found is None:
        raise Http404
    correct(request.actor, decision=found, text=request.POST.get("text", ""))
    return redirect(f"{reverse('meetings-decisions', args=[district.pk])}#d-{found.pk}")


def _row(request: Asked, one: Decision, born: list[Commitment]) -> dict[str, Any]:
    speech, meeting = request.speech, one.item.meeting
    starts = meeting.starts
    return {
        "pk": one.pk,
        "number": decision_number(one),
        "body": speech.words(one.body.words),
        "day": speech.day(starts.date(), year=True) if starts else "",
        "title": speech.words(one.item.words),
        "outcome": speech.say(OUTCOMES[one.outcome]),
        "text": one.text,
        "is_open": one.item.is_open,
        "address": reverse("meetings-approval", args=[request.district.pk, meeting.pk]),
        "sealed": one.sealed_on is not None,
        "may_correct": one.sealed_on is not None and may(request.actor, "meetings.correct", one),
        "corrections": [
            (speech.day(each.at.astimezone(COPENHAGEN).date(), year=True), each.by, each.text)
            for each in one.corrections.all()
        ],
        "born": [_became(request, each) for each in born],
    }


def _became(request: Asked, one: Commitment) -> dict[str, Any]:
    late = one.days_overdue(today())
    speech = request.speech
    if one.state == "done":
        state, said = "met", speech.say(_("Done"))
    elif late:
        state, said = "overdue", days_late(late, speech)
    elif one.state == "open":
        state, said = "on-course", speech.say(_("Due {day}"), day=speech.day(one.due)) if one.due else ""
    else:
        state, said = "waiting", speech.say(_("Dropped"))
    return {
        "title": speech.words(one.words),
        "owner": owners_said(one.owners, speech),
        "state": state,
        "sign": sign(state),
        "said": said,
    }
