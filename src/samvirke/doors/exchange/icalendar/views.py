"""Answers a calendar that asks with a secret address, as whoever made the address may see the meetings today."""

from __future__ import annotations

import os

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from samvirke.desks.meetings.queries.calendar_feed import address_of, fed_days, fed_meetings
from samvirke.doors.exchange.icalendar.feed import calendar
from samvirke.foundation.clock import now
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.trust.access.actor import actor_of
from samvirke.trust.access.wall import within


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar; an unknown, withdrawn or closed address is no page. Nothing is kept on the way."""
    found = address_of(secret)
    if found is None or not found.account.is_active:
        raise Http404
    actor, language = actor_of(found.account), found.account.language
    speech = Speech(language)
    name = speech.words(found.body.words) if found.body else speech.say(_("My meetings"))
    with within(actor):
        content = calendar(
            fed_meetings(actor, found.body),
            name,
            language,
            now(),
            os.environ.get("SAMVIRKE_ADDRESS", "").rstrip("/"),
            fed_days(actor, found.body),
        )
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="samvirke.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer


feed.verb = ""  # type: ignore[attr-defined]  # the secret is the ground; whoever made it is asked the rule
