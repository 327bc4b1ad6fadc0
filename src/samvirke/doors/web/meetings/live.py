"""Live minutes as their page shows them: the course of the agenda, the item at hand, and what becomes public."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from samvirke.desks.meetings.models import AgendaItem, Decision, Meeting
from samvirke.desks.meetings.models.agenda_item import RUNNING as UNDER_WAY
from samvirke.desks.meetings.models.meeting import HELD
from samvirke.desks.meetings.models.meeting import RUNNING as IN_PROGRESS
from samvirke.desks.meetings.queries.decisions import born_of
from samvirke.doors.web.meetings.at_hand import Typed, decision_number, item_at_hand
from samvirke.doors.web.meetings.course import course, here_now
from samvirke.doors.web.meetings.publicly import publicly
from samvirke.doors.web.meetings.room import clock, frame
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.clock import COPENHAGEN, now
from samvirke.foundation.speech import clock_time
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.trust.access.rules import may

_LATELY = timedelta(minutes=5)


def live(request: Asked, meeting: Meeting, item: AgendaItem, typed: Typed | None) -> dict[str, Any]:
    """The whole page for one item; `typed` stands in the form where it was refused."""
    context = frame(request, meeting, "minutes")
    inside = context["reads_closed"]
    items = list(meeting.items.select_related("decision").order_by("number"))
    context |= {
        "now": clock_time(now().astimezone(COPENHAGEN), request.speech.language),
        "began": clock(request, meeting.began_at),
        "is_running": meeting.state == IN_PROGRESS,
        "running_number": next((one.number for one in items if one.state == UNDER_WAY), 0),
        "may_write": may(request.actor, "meetings.record", meeting) and meeting.state in (IN_PROGRESS, HELD),
        "may_close": may(request.actor, "meetings.close", meeting) and meeting.state == IN_PROGRESS,
        "present": here_now(request, meeting),
        **course(request, meeting, items, item, inside),
        **_saved(request, meeting, item, items, typed),
        **item_at_hand(request, meeting, item, typed, inside),
    }
    return context


def saved(request: Asked, meeting: Meeting, item: AgendaItem, typed: Typed | None = None) -> dict[str, Any]:
    """What is put in place after a text was stored by itself, without loading the page again."""
    items = list(meeting.items.select_related("decision").order_by("number"))
    return {"district": request.district, "meeting": meeting, **_saved(request, meeting, item, items, typed)}


def _saved(
    request: Asked, meeting: Meeting, item: AgendaItem, items: list[AgendaItem], typed: Typed | None
) -> dict[str, Any]:
    decision = Decision.objects.select_related("item__meeting__body__located_in").filter(item=item).first()
    made = [one for one in (getattr(each, "decision", None) for each in items) if one is not None]
    born = born_of(request.actor, request.district.pk, *made)
    theirs = {
        "outcome": decision.outcome if decision else "",
        "decision": decision.text if decision else "",
        "text": item.text,
        "inside": item.inside,
    }
    return {
        "item": item,
        "version": item.version,
        "stored": clock(request, item.changed_at),
        "stored_by": item.changed_by,
        "decision_number": decision_number(decision),
        "public": publicly(request, meeting, item, born),
        "remaining": _remaining(request, items),
        "others": _others(request, items, item),
        "theirs": [
            (request.speech.say(_THEIR_WORDS[name]), value)
            for name, value in theirs.items()
            if typed is not None and value and value != getattr(typed, name) and name != "outcome"
        ],
        "write": reverse("meetings-write", args=[request.district.pk, meeting.pk, item.pk]),
        "deed": reverse("meetings-act", args=[request.district.pk, meeting.pk, item.pk]),
    }


_THEIR_WORDS = {"decision": _("Decision"), "text": _("Minutes"), "inside": _("For members alone")}


def _remaining(request: Asked, items: list[AgendaItem]) -> dict[str, str]:
    left = [str(one.number) for one in items if not one.is_over]
    if not left:
        return {"said": request.speech.say(_("Everything has been dealt with")), "which": "", "sign": sign("met")}
    count = {"count": len(left)}
    said = Said(
        _("{count} item remains before the meeting can be closed"),
        count,
        _("{count} items remain before the meeting can be closed"),
    )
    which = Said(_("Item {numbers}"), {"numbers": request.speech.listed(left), **count}, _("Items {numbers}"))
    language = request.speech.language
    return {"said": said.text(language), "which": which.text(language), "sign": sign("waiting")}


def _others(request: Asked, items: list[AgendaItem], item: AgendaItem) -> str:
    """Who else has written in another item lately."""
    since: datetime = now() - _LATELY
    lately = [
        request.speech.say(_("{name} writes in item {number}."), name=one.changed_by, number=one.number)
        for one in items
        if one.pk != item.pk and one.changed_at and one.changed_at > since and one.changed_by != request.actor.name
    ]
    return " ".join(lately)
