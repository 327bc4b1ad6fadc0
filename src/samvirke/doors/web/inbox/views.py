"""The inbox: what was sent to whoever is signed in and is not read, and what they have read lately."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.speech import clock_time
from samvirke.registers.outbox.commands.mark_read import mark_read
from samvirke.registers.outbox.models import Message
from samvirke.registers.outbox.queries.inbox import already_read, inbox, sent_to
from samvirke.registers.places.models import District

_UNREAD_SHOWN, _READ_SHOWN = 100, 25


@page("outbox.open")
def messages(request: Asked, district: District) -> HttpResponse:
    """The unread first; of a long row the newest."""
    unread = inbox(request.actor)
    context = {
        "district": district,
        "unread": [_shown(request, one) for one in unread[:_UNREAD_SHOWN]],
        "read": [_shown(request, one) for one in already_read(request.actor)[:_READ_SHOWN]],
        "count": unread.count(),
    }
    return render(request, "web/inbox.html", context)


@require_POST
def _read_one(request: Asked, district: District, message_id: uuid.UUID) -> HttpResponse:
    """Mark it as read; one that was sent to others is no page."""
    found = sent_to(request.actor, message_id)
    if found is None:
        raise Http404
    mark_read(request.actor, message=found)
    return redirect("inbox", district_id=district.pk)


read_one = page("outbox.open")(_read_one)


def _shown(request: Asked, one: Message) -> dict[str, Any]:
    """The day is the business day, from which deadlines count; the clock is the one on the wall."""
    language, at = request.speech.language, one.at.astimezone(COPENHAGEN)
    return {
        "id": one.pk,
        "subject": one.subject_said.text(language),
        "body": one.body_said.text(language),
        "link": one.link,
        "at": f"{request.speech.day(one.day, year=True)} {clock_time(at, language)}",
    }
