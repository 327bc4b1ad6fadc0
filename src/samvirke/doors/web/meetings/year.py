"""The meeting year of a district: bodies and months, what is proposed, and taking a proposal over."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.queries.meetings import coming, meetings
from samvirke.desks.meetings.queries.mine import to_approve, to_comment
from samvirke.desks.meetings.queries.year import BodyYear, body_years
from samvirke.doors.web.meetings.room import reasons
from samvirke.doors.web.overview.shown import meeting_lines
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import month_year, short_day
from samvirke.foundation.words import _
from samvirke.handovers.meeting_year import take_over
from samvirke.insight.briefing.drawings.marks import boxes
from samvirke.registers.partners.queries.bodies import bodies, body_called
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

_SIGNS = {"held": "met", "approved": "met", "running": "on-course", "called": "on-course"}
_FIRST, _LAST = 2000, 2100


@page("meetings.see")
def meeting_year(request: Asked, district: District) -> HttpResponse:
    """What is ahead first, then the calendar of bodies and months, then what has been held."""
    return _page(request, district, _year_in(request.GET.get("year", "")))


@page("meetings.plan")
@require_POST
def take(request: Asked, district: District) -> HttpResponse:
    """Take over the proposal of one body as it was shown, or that of all of them."""
    year = _year_in(request.POST.get("year", ""))
    body = body_called(request.actor, request.POST.get("body", ""))
    if body.district_id != district.pk:
        raise Http404
    try:
        days = [date.fromisoformat(one) for one in request.POST.getlist("day")]
    except ValueError as error:
        raise Http404 from error
    try:
        take_over(request.actor, body=body, days=days)
    except Refused as refusal:
        return _page(request, district, year, reasons(request, refusal))
    return redirect(f"{reverse('meetings', args=[district.pk])}?year={year}#calendar")


def _page(request: Asked, district: District, year: int, wrong: list[str] | None = None) -> HttpResponse:
    found = meetings(request.actor, district.pk, year)
    years = body_years(request.actor, bodies(request.actor).filter(district=district).order_by("kind", "id"), year)
    language = request.speech.language
    context = {
        "district": district,
        "year": year,
        "before": year - 1,
        "after": year + 1,
        "months": [
            (
                month,
                month_year(date(year, month, 1), language).split()[0][:3],
                (year, month) == (today().year, today().month),
            )
            for month in range(1, 13)
        ],
        "bodies": [_row(request, one) for one in years],
        "may_plan": may(request.actor, "meetings.plan", district),
        "meetings": meeting_lines(request, coming(found)),
        "held": meeting_lines(request, found.filter(state__in=["held", "approved"]).order_by("-starts_at")),
        "waits": to_comment(request.actor).count() + to_approve(request.actor).filter(state="asked").count(),
        "wrong": wrong or [],
    }
    return render(request, "web/meetings.html", context, status=422 if wrong else 200)


def _row(request: Asked, one: BodyYear) -> dict[str, Any]:
    speech = request.speech
    held = sum(meeting.state in ("held", "approved") for meeting in one.meetings) + one.noted_held
    known = len(one.meetings) + one.noted
    return {
        "pk": one.body.pk,
        "name": speech.words(one.body.words),
        "months": [_month(request, one, month) for month in range(1, 13)],
        "boxes": boxes(held, min(known - held, one.required - held), one.required),
        "count": speech.say(_("{done} of {required}"), done=known, required=one.required),
        "without_day": sum(meeting.starts_at is None for meeting in one.meetings),
        "missing": one.missing,
        "proposed": [(day.isoformat(), short_day(day, speech.language)) for day in one.proposed],
        "no_room": one.missing - len(one.proposed),
    }


def _month(request: Asked, one: BodyYear, month: int) -> dict[str, Any]:
    return {
        "name": month_year(date(2000, month, 1), request.speech.language).split()[0],
        "fixed": [_day(request, each) for each in one.meetings if each.starts and each.starts.month == month],
        "proposed": [str(day.day) for day in one.proposed if day.month == month],
    }


def _day(request: Asked, meeting: Meeting) -> dict[str, Any]:
    starts = meeting.starts
    return {
        "day": str(starts.day) if starts else "",
        "address": reverse("meetings-one", args=[request.district.pk, meeting.pk]),
        "state": _SIGNS.get(meeting.state, "not-begun"),
        "said": request.speech.full_day(starts.date()) if starts else "",
    }


def _year_in(written: str) -> int:
    asked = int(written) if written.isascii() and written.isdigit() and len(written) == 4 else today().year
    return min(max(asked, _FIRST), _LAST)
