"""My meetings: what waits for me, when I meet, and the address that my calendar fetches them from."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from samvirke.desks.meetings.commands.subscribe import subscribe, unsubscribe
from samvirke.desks.meetings.facts.as_it_is_now import state_said
from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.queries.calendar_days import with_a_calendar
from samvirke.desks.meetings.queries.calendar_feed import my_addresses
from samvirke.desks.meetings.queries.meetings import coming
from samvirke.desks.meetings.queries.mine import my_meetings, to_approve, to_comment
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.speech import clock_span
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.models import District

_PAST_AT_MOST = 20


@page("meetings.see")
def mine(request: Asked, district: District) -> HttpResponse:
    """What waits comes first."""
    return _page(request, district)


@page("meetings.subscribe")
@require_POST
def address(request: Asked, district: District) -> HttpResponse:
    """Make a secret address, shown once in this answer, or withdraw one."""
    if request.POST.get("deed") == "withdraw":
        found = next((one for one in my_addresses(request.actor) if str(one.pk) == request.POST.get("address")), None)
        if found is None:
            raise Http404
        unsubscribe(request.actor, address=found)
        return redirect("meetings-mine", district.pk)
    wanted = request.POST.get("body", "")
    body = bodies(request.actor).filter(district=district, pk=wanted).first() if wanted else None
    if wanted and body is None:
        raise Http404
    secret = subscribe(request.actor, district=district, body=body)
    return _page(request, district, _whole(request, secret))


def _page(request: Asked, district: District, made: str = "") -> HttpResponse:
    rows = my_meetings(request.actor)
    speech = request.speech
    past = rows.filter(state__in=["running", "held", "approved"]).order_by("-starts_at")[:_PAST_AT_MOST]
    calendars = with_a_calendar(bodies(request.actor).filter(district=district)).order_by("kind", "id")
    context = {
        "district": district,
        "to_comment": [_waiting(request, one.meeting, one.answer_by, "one") for one in to_comment(request.actor)],
        "to_approve": [
            _waiting(request, one.attendance.meeting, one.attendance.meeting.approve_by, "approval")
            for one in to_approve(request.actor).filter(state__in=["asked", "settled"])
        ],
        "ahead": [_line(request, one) for one in coming(rows)],
        "past": [_line(request, one) for one in past],
        "made": made,
        "bodies": [(one.pk, speech.words(one.words)) for one in calendars],
        "addresses": [
            {
                "pk": one.pk,
                "of": speech.words(one.body.words) if one.body else "",
                "since": speech.day(one.made_at.astimezone(COPENHAGEN).date(), year=True),
            }
            for one in my_addresses(request.actor)
        ],
    }
    return render(request, "web/meetings_mine.html", context)


def _waiting(request: Asked, meeting: Meeting, by: Any, page_name: str) -> dict[str, Any]:
    district = meeting.body.district_id
    return _line(request, meeting) | {
        "by": request.speech.day(by) if by else "",
        "address": reverse(f"meetings-{page_name}", args=[district, meeting.pk]),
    }


def _line(request: Asked, meeting: Meeting) -> dict[str, Any]:
    speech, starts = request.speech, meeting.starts
    return {
        "body": speech.words(meeting.body.words),
        "number": f"{meeting.number}/{meeting.year}",
        "day": speech.full_day(starts.date()) if starts else "",
        "hours": clock_span(starts, meeting.ends, speech.language) if starts else "",
        "place": meeting.place,
        "state": state_said(meeting).text(speech.language),
        "address": reverse("meetings-one", args=[meeting.body.district_id, meeting.pk]),
    }


def _whole(request: HttpRequest, secret: str) -> str:
    return request.build_absolute_uri(reverse("calendar-feed", args=[secret]))
