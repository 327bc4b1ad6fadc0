"""Disclosures that wait for a second pair of eyes: listed by number, and shown as they would be given before a yes."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samvirke.desks.casework.commands.approve import reject
from samvirke.desks.casework.models import Disclosure
from samvirke.desks.casework.queries.approvals import approval, approvals
from samvirke.doors.web.casework.content import disclosed
from samvirke.doors.web.casework.wording import agency_said, case_address, kind_said, reasons
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.proof import proved
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.handovers.case_referrals import approve_and_tell
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may

_SHOWN = 100
_VERDICTS = {"approve": approve_and_tell, "reject": reject}
# Why one person does not suffice; every reason that `why_four_eyes` can give.
FOUR_EYES = {
    "health": _("A field is about health."),
    "minor": _("It is about somebody under 18, or of unknown age."),
    "readers": _("More than five people would read it."),
    "sealed": _("The case is sealed."),
}


@page("casework.see-types")
def listed(request: Asked, district: District) -> HttpResponse:
    """Numbers, from whom to whom and since when; neither name nor content."""
    found = approvals(request.actor, district.pk)[:_SHOWN]
    context = {"district": district, "rows": [_row(request, waits) for waits in found]}
    return render(request, "web/cases_approvals.html", context)


@proved
def _one(request: Asked, district: District, disclosure_id: uuid.UUID) -> HttpResponse:
    return _page(request, district, disclosure_id)


@require_POST
@proved
def _decide(request: Asked, district: District, disclosure_id: uuid.UUID) -> HttpResponse:
    """Give it, or not."""
    found, _against = _found(request, district, disclosure_id)
    verdict = _VERDICTS.get(request.POST.get("verdict", ""))
    try:
        if verdict is None:
            raise Refused.because(_("It is neither approved nor rejected."), _("Choose one of the two."))
        verdict(request.actor, disclosure=found)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, district, disclosure_id, reasons(refusal, request.speech))
    return redirect("cases-approvals", district_id=district.pk)


one = page("casework.see-types")(_one)
decide = page("casework.see-types")(_decide)


def _found(request: Asked, district: District, disclosure_id: uuid.UUID) -> tuple[Disclosure, list[Said]]:
    try:
        return approval(request.actor, district.pk, disclosure_id)
    except Disclosure.DoesNotExist as error:
        raise Http404 from error


def _page(request: Asked, district: District, disclosure_id: uuid.UUID, wrong: list[str] | None = None) -> HttpResponse:
    found, against = _found(request, district, disclosure_id)
    speech = request.speech
    context = {
        "district": district,
        "row": _row(request, found),
        "content": disclosed(found, speech),
        "why": speech.say(FOUR_EYES[found.why_four_eyes]) if found.why_four_eyes else "",
        "by": found.decided_by.name,
        "against": [said.text(speech.language) for said in against],
        "case": case_address(found.case) if may(request.actor, "casework.open", found.case) else "",
        "wrong": wrong or [],
    }
    return render(request, "web/cases_approval.html", context, status=422 if wrong else 200)


def _row(request: Asked, found: Disclosure) -> dict[str, Any]:
    speech = request.speech
    return {
        "id": found.pk,
        "number": found.label_said,
        "case": found.case.label,
        "kind": kind_said(found.case.type, speech),
        "giver": agency_said(found.giver, speech),
        "receiver": agency_said(found.receiver, speech),
        "since": speech.day(found.decided_at.astimezone(COPENHAGEN).date(), year=True),
        "fields": Said(_("{count} field"), {"count": found.field_count}, _("{count} fields")).text(speech.language),
    }
