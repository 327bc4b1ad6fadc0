"""Opening a case one does not work on when it cannot wait, and judging afterwards whether it was right."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samvirke.desks.casework.grounds import CASE_ROLES
from samvirke.desks.casework.models import BreakGlass, Case
from samvirke.desks.casework.models.break_glass import REASON_MISSING, is_reasoned
from samvirke.desks.casework.queries.broken_glass import broken_of_owner, mine_broken
from samvirke.doors.web.casework.wording import agency_said, case_address, reasons
from samvirke.doors.web.shell.page import Asked, page
from samvirke.doors.web.shell.proof import proved
from samvirke.foundation.clock import COPENHAGEN, now
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.speech import clock_time
from samvirke.foundation.words import Said, _
from samvirke.handovers.case_alarms import break_in
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed, ask
from samvirke.trust.access.rules import may
from samvirke.trust.identity.models import Agency

_SHOWN = 100
REASONS = {
    "danger-to-life": _("Somebody's life or health is in danger"),
    "child-at-risk": _("A child is at risk"),
    "duty-cover": _("I stand in for whoever works on it, who cannot be reached"),
    "other": _("Something else that cannot wait"),
}
VERDICTS = {"justified": _("Justified"), "not-justified": _("Not justified")}
_NUMBER = re.compile(r"\s*([0-9]{4})-([0-9]{1,6})\s*")
# The facts of a case that is not there, so that the rule can refuse it.
_NO_CASE: dict[str, Any] = {"participants": (), "conflicts": (), "seals": ()}
_NONE_SUCH = Fault(
    Said(_("No case with this number can be opened by you.")),
    Said(_("Check the number and the agency, or telephone the agency that owns the case.")),
)


@page("casework.see-types")
def emergencies(request: Asked, district: District) -> HttpResponse:
    """The form for whoever works with cases; what is open to them now; and what their agency has to judge."""
    return _page(request, district)


@require_POST
@proved
def _open_one(request: Asked, district: District) -> HttpResponse:
    """Open it. A number that does not exist and a case that may not be opened are answered alike."""
    try:
        case = _opened(request, district)
    except Refused as refusal:
        told = Refused(_NONE_SUCH) if isinstance(refusal, NotAllowed) else refusal
        return _page(request, district, reasons(told, request.speech))
    return redirect(case_address(case))


open_one = page("casework.see-types")(_open_one)


def _opened(request: Asked, district: District) -> Case:
    sent = request.POST
    # Before the case is looked for: a form without a reason must not tell whether there is one.
    if not is_reasoned(sent.get("reason", ""), sent.get("text", "")):
        raise Refused.because(*REASON_MISSING)
    case = _called(district, sent.get("number", ""), sent.get("agency", ""))
    if case is None:
        # Refused by the rule and written down like a forbidden one: behind the second wall the two are the same.
        ask(request.actor, "casework.break-glass", _NO_CASE)
        raise Refused(_NONE_SUCH)
    if not may(request.actor, "casework.open", case):
        break_in(request.actor, case=case, reason=sent["reason"], text=sent["text"])
    return case


def _called(district: District, number: str, agency: str) -> Case | None:
    found = _NUMBER.fullmatch(number)
    if found is None:
        return None
    year, running = int(found[1]), int(found[2])
    return Case.objects.filter(district=district, owner_id=agency, year=year, number=running).first()


def _page(request: Asked, district: District, wrong: list[str] | None = None) -> HttpResponse:
    speech, sent = request.speech, request.POST
    known = Agency.objects.filter(districts__district_id=district.pk).order_by("pk")
    context = {
        "district": district,
        "may_open": bool(request.actor.agencies_as(CASE_ROLES)),
        "agencies": [(one.pk, agency_said(one, speech), one.pk == sent.get("agency")) for one in known],
        "reasons": [(name, speech.say(said), name == sent.get("reason")) for name, said in REASONS.items()],
        "number": sent.get("number", ""),
        "text": sent.get("text", ""),
        "wrong": wrong or [],
        "mine": [_mine(request, one) for one in mine_broken(request.actor, district.pk)],
        "rows": [row_shown(request, one) for one in broken_of_owner(request.actor, district.pk)[:_SHOWN]],
    }
    return render(request, "web/cases_emergencies.html", context, status=422 if wrong else 200)


def _mine(request: Asked, one: BreakGlass) -> dict[str, Any]:
    until = clock_time(one.until.astimezone(COPENHAGEN), request.speech.language)
    return {"number": one.case.label, "address": case_address(one.case), "until": until}


def row_shown(request: Asked, one: BreakGlass) -> dict[str, Any]:
    """One opening in a list: the case by its number, the colleague by name, and by when it has to be judged."""
    speech, at = request.speech, one.since.astimezone(COPENHAGEN)
    by = one.judged_by
    late = one.reviewed_at is None and now().astimezone(COPENHAGEN).date() > by
    state = "overdue" if late else "waiting"
    return {
        "id": one.pk,
        "number": one.case.label,
        "at": f"{speech.day(at.date(), year=True)} {clock_time(at, speech.language)}",
        "who": one.account.name,
        "agency": agency_said(one.agency, speech),
        "reason": speech.say(REASONS[one.reason]),
        "judge": one.reviewed_at is None
        and one.account_id != request.actor.account
        and may(request.actor, "casework.review-glass", one.case),
        "state": state,
        "sign": sign(state),
        "by": speech.say(_("to be judged by {day}"), day=speech.day(by, year=True)),
        "verdict": speech.say(VERDICTS[one.verdict]) if one.verdict else "",
    }
