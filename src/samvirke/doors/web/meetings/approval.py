"""Minutes on their way to approval: what they say, who has answered, objections, and the approval itself."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.meetings.commands.approve import settle_objection
from samvirke.desks.meetings.content import OUTCOMES
from samvirke.desks.meetings.engine.template import template_of
from samvirke.desks.meetings.models import AgendaItem, Approval, Meeting
from samvirke.desks.meetings.models.agenda_item import POSTPONED
from samvirke.desks.meetings.models.meeting import APPROVED, HELD
from samvirke.desks.meetings.queries.decisions import born_of
from samvirke.doors.web.meetings.at_hand import decision_number
from samvirke.doors.web.meetings.course import here_now
from samvirke.doors.web.meetings.room import day_in, frame, number_in, opened, reasons, title_of
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.handovers.meeting_close import answer, approve, enter, send_minutes
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.names import owners_said
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed

_STATES = {
    "asked": ("waiting", _("Has not answered")),
    "right": ("met", _("Says they are right")),
    "objects": ("overdue", _("Objects")),
    "settled": ("on-course", _("Objection met")),
}


@require_http_methods(["GET", "HEAD", "POST"])
def _approval(request: Asked, district: District, meeting_id: uuid.UUID) -> HttpResponse:
    """The whole minutes to read, and the answer of each member."""
    meeting = opened(request, district, meeting_id)
    if meeting.state not in (HELD, APPROVED):
        return redirect("meetings-one", district.pk, meeting.pk)
    if request.method != "POST":
        return _page(request, meeting)
    try:
        _deed(request, meeting)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, opened(request, district, meeting_id), reasons(request, refusal))
    return redirect("meetings-approval", district.pk, meeting.pk)


show = page("meetings.see")(_approval)


def _deed(request: Asked, meeting: Meeting) -> None:
    sent, actor, wanted = request.POST, request.actor, request.POST.get("deed", "")
    version = number_in(request, "version")
    if wanted == "send":
        send_minutes(actor, meeting=meeting, version=version, by=day_in(request, "by"))
    elif wanted in ("right", "object"):
        mine = _answers(meeting).filter(attendance__account_id=actor.account, attendance__account__isnull=False).first()
        if mine is None:
            raise Http404
        objection = sent.get("objection", "") if wanted == "object" else ""
        if wanted == "object" and not objection.strip():
            raise Refused.because(_("It is not said what is wrong."), _("Write it in a sentence."))
        answer(actor, approval=mine, objection=objection)
    elif wanted in ("settle", "enter"):
        one = next((each for each in _answers(meeting) if str(each.pk) == sent.get("approval")), None)
        if one is None:
            raise Http404
        if wanted == "settle":
            return settle_objection(actor, meeting=meeting, approval=one, how=sent.get("how", ""))
        said = {"received_how": sent.get("received_how", ""), "objection": sent.get("objection", "")}
        enter(actor, meeting=meeting, approval=one, **said)
    elif wanted == "approve":
        approve(actor, meeting=meeting, version=version)
    else:
        raise Refused.because(_("There is no such button."), _("Reload the page."))
    return None


def _page(request: Asked, meeting: Meeting, wrong: list[str] | None = None) -> HttpResponse:
    context = frame(request, meeting, "approval")
    answers = list(_answers(meeting))
    mine = next((one for one in answers if one.attendance.account_id == request.actor.account), None)
    speech = request.speech
    days = template_of(meeting.body).days_to_approve
    context |= {
        "items": [_item(request, one, context["reads_closed"]) for one in _items(meeting)],
        "present": here_now(request, meeting),
        "answers": [_answer(request, one) for one in answers],
        "mine": _answer(request, mine) if mine and meeting.state == HELD else None,
        "asked": meeting.approve_by is not None,
        "by": speech.day(meeting.approve_by, year=True) if meeting.approve_by else "",
        "usual": (today() + timedelta(days=days)).isoformat(),
        "today": today().isoformat(),
        "is_held": meeting.state == HELD,
        "approved": speech.day(meeting.approved_on, year=True) if meeting.approved_on else "",
        "typed": request.POST,
        "wrong": wrong or [],
    }
    return render(request, "web/meeting_approval.html", context, status=422 if wrong else 200)


def _answers(meeting: Meeting) -> Any:
    rows = Approval.objects.filter(attendance__meeting=meeting)
    return rows.select_related("attendance__meeting__body__district").order_by("attendance__order")


def _items(meeting: Meeting) -> list[AgendaItem]:
    return list(meeting.items.select_related("decision__item__meeting__body__located_in").order_by("number"))


def _answer(request: Asked, one: Approval) -> dict[str, Any]:
    state, words = _STATES[one.state]
    return {
        "pk": one.pk,
        "name": one.attendance.name,
        "state": state,
        "sign": sign(state),
        "said": request.speech.say(words),
        "text": one.text,
        "how": one.settled_how,
        "received_how": one.received_how,
        "elsewhere": one.attendance.account_id is None,
        "objects": one.state == "objects",
    }


def _item(request: Asked, item: AgendaItem, inside: bool) -> dict[str, Any]:
    readable, speech = item.is_open or inside, request.speech
    decision = getattr(item, "decision", None) if readable else None
    outcome = decision.outcome if decision else "postponed" if item.state == POSTPONED else ""
    born = born_of(request.actor, request.district.pk, decision).get(str(decision.pk), []) if decision else []
    return {
        "number": item.number,
        "title": title_of(request, item, inside),
        "is_open": item.is_open,
        "text": item.text if readable else "",
        "inside": item.inside if inside else "",
        "decision": decision.text if decision else "",
        "outcome": speech.say(OUTCOMES[outcome]) if outcome else "",
        "decision_number": decision_number(decision),
        "born": [
            f"{owners_said(one.owners, speech)}: {speech.words(one.words)}"
            + (f", {speech.day(one.due, year=True)}" if one.due else "")
            for one in born
        ],
    }
