"""The page of one case: whose it is, how far it has come, what is known of it, and what may be done."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samvirke.desks.casework.commands.saw import saw
from samvirke.desks.casework.engine.declaration import Clock
from samvirke.desks.casework.models import Case, TaskText
from samvirke.desks.casework.queries.at_work import AtWork, at_work, who_did
from samvirke.desks.casework.queries.case_view import NEWEST, CaseView
from samvirke.desks.casework.queries.course import steps
from samvirke.desks.casework.queries.disclosable import disclosable
from samvirke.desks.casework.queries.keeping import keeping
from samvirke.doors.web.casework.chart import chart
from samvirke.doors.web.casework.course import course, since_last_visit
from samvirke.doors.web.casework.deadlines import deadlines, late_said
from samvirke.doors.web.casework.disclosures import between
from samvirke.doors.web.casework.known import known_only
from samvirke.doors.web.casework.panel import panel
from samvirke.doors.web.casework.people import people_shown
from samvirke.doors.web.casework.room import NOTHING_WRONG, Wrong, exists, frame, opened, whole_course, wrong_in
from samvirke.doors.web.casework.search_list import searches_shown
from samvirke.doors.web.casework.sections import sections
from samvirke.doors.web.casework.stages import amount_said
from samvirke.doors.web.casework.tasks import done
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.rules import may


@require_http_methods(["GET", "HEAD", "POST"])
def _case(request: Asked, district: District, case_id: uuid.UUID) -> HttpResponse:
    """Whoever works on it sees the page; who only leads casework in a participating agency sees that it is there."""
    case = exists(district, case_id)
    if not may(request.actor, "casework.open", case):
        return known_only(request, case)
    if request.method == "POST":
        return _task(request, district, case)
    return _page(request, opened(request, district, case_id))


show = page("casework.see-types")(_case)


def _task(request: Asked, district: District, case: Case) -> HttpResponse:
    try:
        done(request, case)
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, opened(request, district, case.pk), wrong_in(request, refusal), status=422)
    return redirect(f"{reverse('cases-case', args=[district.pk, case.pk])}#tasks")


def _page(request: Asked, view: CaseView, wrong: Wrong = NOTHING_WRONG, status: int = 200) -> HttpResponse:
    speech, actor, member = request.speech, request.actor, view.mine.member
    seen_at = member.seen_at if member else None
    rows = course(speech, view, who_did(actor, view.case, view.events, view.mine.agency_id), seen_at, actor.id)
    context = frame(request, view) | {
        "wrong": wrong,
        "stages": chart(speech, view.case, view.form, steps(actor, view.case)),
        "deadlines": deadlines(speech, view),
        "agencies": [_agency(speech, view, one) for one in at_work(actor, view.case)],
        "sections": sections(speech, view),
        "between": between(request, view),
        "tasks": [_task_shown(speech, view, one) for one in view.tasks],
        "task_to": [(name, speech.words(one.words)) for name, one in view.agencies.items()],
        "people": people_shown(request, view),
        "searches": searches_shown(request, view),
        "course": rows,
        "more": len(rows) == NEWEST and not whole_course(request),
        "news": since_last_visit(speech, rows, seen_at),
        "kept": kept(request, view),
        "panel": panel(request, view, disclosable(actor, view), {}),
        "may_move": may(actor, "casework.move", view.case),
        "may_write": view.case.is_open and not view.mine.reads_only,
    }
    if member is not None:
        saw(actor, case=view.case)
    return render(request, "web/case.html", context, status=status)


def kept(request: Asked, view: CaseView) -> str:
    """Until when the case is kept and by whom that was decided, or that no period has been entered."""
    speech, case = request.speech, view.case
    found = keeping(request.actor, case, case.closed_on or today())
    values: dict[str, Any] = {"reference": found.reference or Said(found.source)}
    if found.until is None:
        said = _("No period has been entered for how long such a case is kept. It stays until the district enters one.")
        return speech.say(said)
    if not case.is_open:
        values["day"] = speech.day(found.until, year=True)
        return speech.say(_("The case is deleted on {day}. Decided by: {reference}."), **values)
    if found.days:
        whole_years = found.days % 365 == 0
        amount, unit = (found.days // 365, "years") if whole_years else (found.days, "days")
        values["time"] = amount_said(Clock(amount, unit, ""), speech)
        said = _("The case is deleted {time} after it is closed. The period is the district's own: {reference}.")
        return speech.say(said, **values)
    return speech.say(_("How long the case is kept after it is closed follows from: {reference}."), **values)


def _agency(speech: Speech, view: CaseView, one: AtWork) -> dict[str, Any]:
    access = Said(_("{count} has access"), {"count": one.readers}, plural=_("{count} have access"))
    nobody = speech.say(_("Nobody there works on it yet"))
    leads = speech.say(_("led by {names}"), names=speech.listed(one.leads)) if one.leads else nobody
    return {
        "name": speech.words(one.agency.words),
        "leads": leads,
        "access": access.text(speech.language),
        "owns": one.agency.pk == view.case.owner_id,
    }


def _task_shown(speech: Speech, view: CaseView, one: TaskText) -> dict[str, Any]:
    agency = view.agencies.get(one.agency_id)
    shown: dict[str, Any] = {"id": one.pk, "text": one.text, "agency": speech.words(agency.words) if agency else ""}
    if one.done_on is not None:
        said = speech.say(_("Done on {day}"), day=speech.day(one.done_on, year=True))
        return shown | {"state": "met", "sign": sign("met"), "said": said, "mine": False}
    state, said = late_said(speech, one.due_on)
    if state != "overdue":
        said = speech.say(_("By {day}"), day=speech.day(one.due_on, year=True))
        state = "at-risk" if state == "at-risk" else "waiting"
    mine = one.agency_id == view.mine.agency_id and view.case.is_open and not view.mine.reads_only
    return shown | {"state": state, "sign": sign(state), "said": said, "mine": mine}
