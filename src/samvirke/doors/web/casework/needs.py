"""What waits for somebody among their cases, above the queue: numbers and dates only, never a name or content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from samvirke.desks.casework.models import Case, Disclosure, Referral
from samvirke.desks.casework.queries.work_queue import MOST_WAITING, late_cases, waiting_for
from samvirke.doors.web.casework.wording import agency_said, case_address, deadline, kind_said
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.clock import COPENHAGEN, today
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.pack.page_one import days_late
from samvirke.registers.places.models import District

_SHOWN = 5


def needs_shown(request: Asked, district: District) -> list[dict[str, Any]]:
    """The groups that hold something, in the order of what others wait for first."""
    waits = waiting_for(request.actor, district.pk)
    speech = request.speech
    approvals = reverse("cases-approvals", args=[district.pk])
    referrals = reverse("cases-referrals", args=[district.pk])
    late = late_cases(request.actor, district.pk)
    groups = [
        (_("To approve"), [_approval(request, district, one) for one in waits.approvals], approvals),
        (_("Asked of us"), [_line(one.case, agency_said(one.asker, speech)) for one in waits.asks], ""),
        (_("Called back"), [_line(one.case, agency_said(one.giver, speech)) for one in waits.recalls], ""),
        (_("Referred to us"), [_referral(request, one, referrals) for one in waits.referrals], referrals),
        (_("Tasks"), [_line(one.case, **_due(request, one.due_on)) for one in waits.tasks], ""),
        (_("Late"), [_line(one, **_deadline(request, one)) for one in late], "?view=late#cases"),
    ]
    return [_group(request, title, lines, address) for title, lines, address in groups if lines]


def _group(request: Asked, title: str, lines: Sequence[dict[str, Any]], address: str) -> dict[str, Any]:
    more = len(lines) - _SHOWN
    most = len(lines) >= MOST_WAITING
    return {
        "title": request.speech.say(title),
        "count": f"{MOST_WAITING}+" if most else len(lines),
        "lines": lines[:_SHOWN],
        "all": address,
        "rest": lines[_SHOWN:] if not address else (),
        "more": Said(_("{count} more"), {"count": more}, _("{count} more")).text(request.speech.language)
        if more > 0
        else "",
    }


def _line(case: Case, said: str = "", **state: str) -> dict[str, Any]:
    return {"title": case.label, "address": case_address(case), "said": said, **state}


def _approval(request: Asked, district: District, one: Disclosure) -> dict[str, Any]:
    return {
        "title": f"{one.case.label} · {one.label_said}",
        "address": reverse("cases-approval", args=[district.pk, one.pk]),
        "said": request.speech.say(_("to {agency}"), agency=agency_said(one.receiver, request.speech)),
    }


def _referral(request: Asked, one: Referral, address: str) -> dict[str, Any]:
    speech = request.speech
    sent = speech.day(one.sent_at.astimezone(COPENHAGEN).date())
    giver = agency_said(one.disclosure.giver, speech)
    return {
        "title": kind_said(one.to_type, speech),
        "address": f"{address}#r-{one.pk}",
        "said": speech.say(_("from {agency}, {day}"), agency=giver, day=sent),
    }


def _due(request: Asked, due: Any) -> dict[str, str]:
    late = (today() - due).days
    state = "overdue" if late > 0 else "waiting"
    words = days_late(late, request.speech) if late > 0 else request.speech.day(due, year=True)
    return {"state": state, "word": words, "sign": sign(state)}


def _deadline(request: Asked, case: Case) -> dict[str, str]:
    found = deadline(case, today(), request.speech)
    return {
        "said": kind_said(case.type, request.speech),
        "state": found["state"],
        "word": found["said"],
        "sign": found["sign"],
    }
