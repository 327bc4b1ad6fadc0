"""What crosses between the agencies of a case: what was given and received, what waits, what was called back, asked."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.commands.ask_for import decline
from samvirke.desks.casework.commands.recall import acknowledge, recall
from samvirke.desks.casework.models import Ask, Disclosure
from samvirke.desks.casework.models.ask import OPEN
from samvirke.desks.casework.models.disclosure import GIVEN, RECALLED, REJECTED, WAITING
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.doors.web.casework.content import disclosed
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, day_of, frame, opened, wrong_in
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may

STATES = {
    WAITING: _("waits for a second pair of eyes"),
    GIVEN: _("in force until {day}"),
    REJECTED: _("rejected"),
    RECALLED: _("called back on {day}"),
}
_ENDED = _("ended on {day}")


def between(request: Asked, view: CaseView) -> dict[str, Any]:
    """For the page of the case: what others want answered or confirmed first, then what is in force and what waits."""
    me, case = view.mine.agency_id, view.case
    to_answer = [one for one in view.asks if one.holder_id == me and one.state == OPEN and case.is_open]
    back = [one for one in view.recalled if one.receiver_id == me and one.acknowledged_at is None]
    rows = [*view.waiting, *view.given, *view.received, *view.recalled]
    return {
        "to_answer": [_ask(request.speech, view, one) for one in to_answer],
        "to_confirm": [_row(request.speech, view, one) for one in back],
        "rows": [_row(request.speech, view, one) for one in sorted(rows, key=lambda one: -one.number)],
    }


@require_http_methods(["GET", "HEAD", "POST"])
def _disclosure(request: Asked, district: District, case_id: uuid.UUID, disclosure_id: uuid.UUID) -> HttpResponse:
    """One disclosure, for the agency that gave it and the one that received it: what, why, until when."""
    view = opened(request, district, case_id)
    found = next((one for one in _known(view) if one.pk == disclosure_id), None)
    if found is None:
        raise Http404
    if request.method != "POST":
        return _page(request, view, found)
    try:
        _deed(request, found)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, view, found, wrong_in(request, refusal), status=422)
    return redirect("cases-case", district.pk, case_id)


show = page("casework.see-types")(_disclosure)


@require_http_methods(["POST"])
def _decline(request: Asked, district: District, case_id: uuid.UUID, ask_id: uuid.UUID) -> HttpResponse:
    """Say no to what was asked; no reason is asked for and none is stored."""
    view = opened(request, district, case_id)
    found = next((one for one in view.asks if one.pk == ask_id), None)
    if found is None:
        raise Http404
    decline(request.actor, case=view.case, ask=found)
    return redirect("cases-case", district.pk, case_id)


say_no = page("casework.see-types")(_decline)


def _known(view: CaseView) -> list[Disclosure]:
    """What somebody of this agency may know of; what was received and has ended is gone, and so is its page."""
    return [*view.waiting, *view.given, *view.received, *view.recalled]


def _deed(request: Asked, found: Disclosure) -> None:
    if request.POST.get("deed") == "acknowledge":
        acknowledge(request.actor, disclosure=found)
    else:
        recall(request.actor, disclosure=found, reason=request.POST.get("reason", ""))


def _page(
    request: Asked, view: CaseView, found: Disclosure, wrong: Wrong = NOTHING_WRONG, status: int = 200
) -> HttpResponse:
    found.case = view.case
    mine = found.giver_id == view.mine.agency_id
    context = frame(request, view) | {
        "wrong": wrong,
        "one": _row(request.speech, view, found) | disclosed(found, request.speech),
        "is_mine": mine,
        "is_empty": not found.content,
        "may_recall": mine and found.state == GIVEN and may(request.actor, "casework.recall", found),
        "may_confirm": not mine
        and found.state == RECALLED
        and found.acknowledged_at is None
        and may(request.actor, "casework.acknowledge", found),
        "why": found.recall_reason,
    }
    return render(request, "web/case_disclosure.html", context, status=status)


def _row(speech: Speech, view: CaseView, one: Disclosure) -> dict[str, Any]:
    count = Said(_("{count} field"), {"count": one.field_count}, plural=_("{count} fields"))
    ended = one.state == GIVEN and one.expires_at <= now()
    day = day_of(speech, one.recalled_at or one.expires_at)
    return {
        "number": one.label_said,
        "giver": _name(speech, view, one.giver_id),
        "receiver": _name(speech, view, one.receiver_id),
        "count": count.text(speech.language),
        "state": speech.say(_ENDED if ended else STATES[one.state], day=day),
        "waits": one.state == WAITING,
        "confirmed": bool(one.acknowledged_at),
        "address": reverse("cases-disclosure", args=[view.case.district_id, view.case.pk, one.pk]),
    }


def _ask(speech: Speech, view: CaseView, one: Ask) -> dict[str, Any]:
    title = next((section.title for section in view.form.sections if section.name == one.section), one.section)
    where = [view.case.district_id, view.case.pk]
    return {
        "asker": _name(speech, view, one.asker_id),
        "section": speech.say(title),
        "why": one.why,
        "day": day_of(speech, one.asked_at),
        "answer": f"{reverse('cases-disclose', args=where)}?ask={one.pk}",
        "decline": reverse("cases-decline", args=[*where, one.pk]),
    }


def _name(speech: Speech, view: CaseView, agency: str) -> str:
    return speech.words(view.agencies[agency].words) if agency in view.agencies else agency
