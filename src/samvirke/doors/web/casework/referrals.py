"""What was referred to us, read before it is taken on or declined; and what became of what we sent."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from samvirke.desks.casework.commands.refer import turn_down
from samvirke.desks.casework.facts.type_standings import type_standings
from samvirke.desks.casework.models import Referral
from samvirke.desks.casework.queries.referrals import (
    referral_to_answer,
    referrals_received,
    referrals_sent,
    referrals_to_answer,
)
from samvirke.doors.web.casework.content import disclosed
from samvirke.doors.web.casework.described import TOLD
from samvirke.doors.web.casework.wording import agency_said, case_address, kind_said, reasons
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.handovers.case_referrals import take_on
from samvirke.registers.places.models import District

_SHOWN = 100
_STATES = {
    "sent": _("Waits for an answer"),
    "accepted": _("Taken on"),
    "declined": _("Declined"),
}


@page("casework.see-types")
def listed(request: Asked, district: District) -> HttpResponse:
    """Without content: what waits, what was answered, and what was sent."""
    waits = list(referrals_to_answer(request.actor, district.pk)[:_SHOWN])
    waiting = {one.pk for one in waits}
    received = referrals_received(request.actor, district.pk)[:_SHOWN]
    context = {
        "district": district,
        "waiting": [_shown(request, one) for one in waits],
        "answered": [_shown(request, one) for one in received if one.pk not in waiting],
        "sent": [_sent(request, one) for one in referrals_sent(request.actor, district.pk)[:_SHOWN]],
    }
    return render(request, "web/cases_referrals.html", context)


@page("casework.see-types")
def one(request: Asked, district: District, referral_id: uuid.UUID) -> HttpResponse:
    """One that waits, with its content, and the ways to answer it."""
    return _page(request, district, _found(request, district, referral_id))


@require_POST
def _accept(request: Asked, district: District, referral_id: uuid.UUID) -> HttpResponse:
    found = _found(request, district, referral_id)
    receiver = found.disclosure.receiver
    try:
        case = take_on(request.actor, referral=found, agency=receiver, reason=request.POST.get("reason", ""))
    except Refused as refusal:
        return _page(request, district, found, accepting=reasons(refusal, request.speech))
    return redirect(case_address(case))


@require_POST
def _decline(request: Asked, district: District, referral_id: uuid.UUID) -> HttpResponse:
    found = _found(request, district, referral_id)
    receiver = found.disclosure.receiver
    try:
        turn_down(request.actor, agency=receiver, referral=found, reason=request.POST.get("why", ""))
    except Refused as refusal:
        return _page(request, district, found, declining=reasons(refusal, request.speech))
    return redirect(f"{reverse('cases-referrals', args=[district.pk])}#r-{found.pk}")


accept = page("casework.see-types")(_accept)
decline = page("casework.see-types")(_decline)


def _found(request: Asked, district: District, referral_id: uuid.UUID) -> Referral:
    try:
        return referral_to_answer(request.actor, district.pk, referral_id)
    except Referral.DoesNotExist as error:
        raise Http404 from error


def _page(
    request: Asked,
    district: District,
    found: Referral,
    accepting: list[str] | None = None,
    declining: list[str] | None = None,
) -> HttpResponse:
    standing = type_standings(district.pk).get(found.to_type)
    against = standing.against if standing else ()
    context = {
        "district": district,
        "referral": _shown(request, found),
        "content": disclosed(found.disclosure, request.speech),
        "against": [said.text(request.speech.language) for said in against],
        "accepting": accepting or [],
        "declining": declining or [],
        "reason": request.POST.get("reason", ""),
        "why": request.POST.get("why", ""),
    }
    return render(request, "web/cases_referral.html", context, status=422 if accepting or declining else 200)


def _shown(request: Asked, found: Referral) -> dict[str, Any]:
    speech, disclosure = request.speech, found.disclosure
    return {
        "id": found.pk,
        "kind": kind_said(found.to_type, speech),
        "giver": agency_said(disclosure.giver, speech),
        "receiver": agency_said(disclosure.receiver, speech),
        "sent": _day(request, found.sent_at),
        "state": speech.say(_STATES[found.state]),
        "answered": _day(request, found.answered_at) if found.answered_at else "",
        "reason": found.reason,
        "until": _day(request, disclosure.expires_at),
        "number": found.became.label if found.became else "",
    }


def _sent(request: Asked, found: Referral) -> dict[str, Any]:
    """The receipt: that it came, whether it was taken on, and the class of how it ended, never content."""
    case = found.disclosure.case
    return {
        "id": found.pk,
        "number": case.label,
        "address": case_address(case),
        "kind": kind_said(found.to_type, request.speech),
        "receiver": agency_said(found.disclosure.receiver, request.speech),
        "sent": _day(request, found.sent_at),
        "state": request.speech.say(_STATES[found.state]),
        "answered": _day(request, found.answered_at) if found.answered_at else "",
        "reason": found.reason,
        "told": request.speech.say(TOLD[found.told]) if found.told else "",
    }


def _day(request: Asked, moment: Any) -> str:
    return request.speech.day(moment.astimezone(COPENHAGEN).date(), year=True)
