"""What becomes public of a meeting: exactly that, to be looked at before it is published."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from samvirke.desks.meetings.commands.withdraw import withdraw
from samvirke.desks.meetings.content import digest_of
from samvirke.desks.meetings.models import Decision, Meeting
from samvirke.desks.meetings.models.made_public import KINDS, MINUTES
from samvirke.desks.meetings.models.meeting import APPROVED, CALLED, HELD, RUNNING
from samvirke.desks.meetings.queries.decisions import born_of
from samvirke.doors.web.meetings.publicly import publicly
from samvirke.doors.web.meetings.room import frame, opened, reasons
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.handovers.meeting_publish import preview, publish_part
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import NotAllowed, ask


@require_http_methods(["GET", "HEAD", "POST"])
def _public(request: Asked, district: District, meeting_id: uuid.UUID, kind: str) -> HttpResponse:
    """The preview; one button publishes what was shown and nothing newer, another withdraws what was published."""
    meeting = opened(request, district, meeting_id)
    if kind not in KINDS:
        raise Http404
    ask(request.actor, "meetings.publish", meeting)
    if request.method != "POST":
        return _page(request, meeting, kind)
    try:
        if request.POST.get("deed") == "withdraw":
            withdraw(request.actor, meeting=meeting, kind=kind, why=request.POST.get("why", ""))
        else:
            publish_part(request.actor, meeting=meeting, kind=kind, shown=request.POST.get("shown", ""))
    except NotAllowed:
        raise
    except Refused as refusal:
        return _page(request, meeting, kind, reasons(request, refusal))
    return redirect("meetings-public", district.pk, meeting.pk, kind)


show = page("meetings.publish")(_public)


def _page(request: Asked, meeting: Meeting, kind: str, wrong: list[str] | None = None) -> HttpResponse:
    context = frame(request, meeting, "public")
    made = list(Decision.objects.filter(item__meeting=meeting))
    published = meeting.published.filter(kind=kind).first()
    shown = digest_of(preview(request.actor, meeting, kind))
    ready = (APPROVED,) if kind == MINUTES else (CALLED, RUNNING, HELD, APPROVED)
    context |= {
        "kind": kind,
        "is_minutes": kind == MINUTES,
        "public": publicly(request, meeting, None, born_of(request.actor, request.district.pk, *made), kind),
        "shown": shown,
        "published": request.speech.day(published.on, year=True) if published else "",
        "edition": published.number if published else 0,
        "withdrawn_why": published.content["why"] if published and published.is_withdrawal else "",
        "typed": request.POST,
        "is_newest": published is not None and published.sha256 == shown,
        "may_publish": meeting.state in ready,
        "wrong": wrong or [],
    }
    return render(request, "web/meeting_public.html", context, status=422 if wrong else 200)
