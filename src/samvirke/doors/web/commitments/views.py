"""The register of commitments: late first, then by date; and every duty of the year."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from samvirke.doors.web.shell.addresses import safe_next
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import boxes, sign
from samvirke.insight.briefing.names import owners_said
from samvirke.insight.briefing.overview import standings_of
from samvirke.insight.briefing.pack.page_one import days_late, standing_said
from samvirke.registers.commitments.commands.close import close
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.commitments.queries.commitments import commitments, commitments_of
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may


@page("commitments.see")
def register(request: Asked, district: District) -> HttpResponse:
    """All of them, or those of one body."""
    council = bodies(request.actor).filter(district=district, pk=request.GET.get("body", "")).first()
    rows = commitments_of(request.actor, council) if council else commitments(request.actor, district.pk)
    shown = [_shown(request, one) for one in rows]
    standings = standings_of(request.actor, district.pk)
    context = {
        "district": district,
        "council": council.words.text(request.speech.language) if council else "",
        "groups": [
            (request.speech.say(_("Overdue")), [one for one in shown if one["late"]]),
            (
                request.speech.say(_("With a date ahead")),
                [one for one in shown if one["open"] and one["due"] and not one["late"]],
            ),
            (request.speech.say(_("Without a date")), [one for one in shown if one["open"] and not one["due"]]),
            (request.speech.say(_("Closed")), [one for one in shown if not one["open"]]),
        ],
        "overdue_sign": sign("overdue"),
        "may_close": may(request.actor, "commitments.close", district),
        "duties": [
            {
                "body": one.body.words.text(request.speech.language),
                "title": request.speech.say(one.duty.title),
                "source": request.speech.say(one.duty.source),
                "boxes": boxes(one.done, one.planned, one.required),
                "count": request.speech.say(_("{done} of {required}"), done=one.done, required=one.required),
                "state": one.state,
                "sign": sign(one.state),
                "said": standing_said(one, request.speech),
            }
            for one in standings
        ],
    }
    return render(request, "web/commitments.html", context)


@require_POST
def _close_one(request: Asked, district: District, commitment_id: uuid.UUID) -> HttpResponse:
    found = commitments(request.actor, district.pk).filter(pk=commitment_id).first()
    if found is None:
        raise Http404
    close(request.actor, commitment=found, evidence=request.POST.get("evidence", ""))
    return redirect(f"{safe_next(request) or reverse('commitments', args=[district.pk])}#c-{found.pk}")


close_one = page("commitments.close")(_close_one)


def _shown(request: Asked, one: Commitment) -> dict[str, Any]:
    speech, late = request.speech, one.days_overdue(today())
    return {
        "id": one.pk,
        "title": one.words.text(speech.language),
        "text": speech.words(one.text),
        "owner": owners_said(one.owners, speech),
        "from": one.body.words.text(speech.language)
        if one.body
        else speech.say(_("The plan of {year}"), year=one.origin.get("plan", "")),
        "due": speech.day(one.due, year=True) if one.due else "",
        "open": one.state == OPEN,
        "late": days_late(late, speech) if late else "",
        "measurable": one.measurable,
        "evidence": one.evidence,
        "closed": speech.day(one.closed_on, year=True) if one.closed_on else "",
    }
