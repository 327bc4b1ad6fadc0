"""What every page of one meeting begins with: the meeting behind the address, its heading, and refusals."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time
from typing import Any

from django.http import Http404
from django.urls import reverse

from samvirke.desks.meetings.facts.as_it_is_now import state_said
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.meeting import APPROVED, CALLED, HELD, RUNNING
from samvirke.desks.meetings.queries.meetings import meeting_by_id
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import clock_span, clock_time, weekday
from samvirke.foundation.words import _
from samvirke.registers.places.models import District
from samvirke.trust.access.rules import may

KINDS = {"decision": _("decision"), "discussion": _("discussion"), "information": _("information")}
CLOSED = _("Closed item")


def opened(request: Asked, district: District, meeting_id: uuid.UUID) -> Meeting:
    """The meeting of that address in this district. A missing one and a forbidden one are the same page."""
    found = meeting_by_id(request.actor, district.pk, meeting_id)
    if found is None:
        raise Http404
    return found


def own_item(meeting: Meeting, item_id: int) -> AgendaItem:
    """The item of that address on this agenda."""
    found = meeting.items.filter(pk=item_id).first()
    if found is None:
        raise Http404
    return found


def reads_closed(request: Asked, meeting: Meeting) -> bool:
    """Whether the closed part is theirs to read."""
    return may(request.actor, "meetings.read-closed", meeting)


def frame(request: Asked, meeting: Meeting, here: str) -> dict[str, Any]:
    """What the head of each page of the meeting says."""
    speech, starts = request.speech, meeting.starts
    keeps = may(request.actor, "meetings.prepare", meeting)
    return {
        "district": request.district,
        "meeting": meeting,
        "body": speech.words(meeting.body.words),
        "numbered": speech.say(_("Meeting {number} in {year}"), number=meeting.number, year=meeting.year),
        "day": speech.full_day(starts.date()) if starts else speech.say(_("no date yet")),
        "on": f"{weekday(starts.date(), speech.language)} {speech.day(starts.date())}" if starts else "",
        "hours": clock_span(starts, meeting.ends, speech.language) if starts else "",
        "state": state_said(meeting).text(speech.language),
        "keeps": keeps,
        "reads_closed": reads_closed(request, meeting),
        "ways": _ways(request, meeting, here, keeps),
        "wrong": [],
    }


def title_of(request: Asked, item: AgendaItem, inside: bool) -> str:
    """The title; of a closed item only for those who may read it."""
    return request.speech.words(item.words) if item.is_open or inside else request.speech.say(CLOSED)


def reasons(request: Asked, refusal: Refused) -> list[str]:
    """Why something was refused, each in a sentence or two."""
    language = request.speech.language
    return [f"{one.what.text(language)} {one.remedy.text(language)}" for one in refusal.faults]


def number_in(request: Asked, name: str) -> int:
    """A whole number of the form, or 0, which is nobody's version."""
    written = str(request.POST.get(name, ""))
    return int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 0


def ids_in(request: Asked, before: str) -> dict[uuid.UUID, str]:
    """What the form says of each person, by fields named after them. Raises `Refused` for what names nobody."""
    found = {}
    for name in request.POST:
        if name.startswith(before):
            try:
                found[uuid.UUID(name.removeprefix(before))] = str(request.POST[name])
            except ValueError as error:
                raise Refused.because(
                    _("The form speaks of somebody who is not on the list of this meeting."), _("Reload the page.")
                ) from error
    return found


def day_in(request: Asked, name: str) -> date:
    """A day of the form. Raises `Refused` for what is none."""
    try:
        return date.fromisoformat(str(request.POST.get(name, "")))
    except ValueError as error:
        raise Refused.because(_("This is no date."), _("Write it as 2024-08-20.")) from error


def moment_in(request: Asked, day: date, name: str) -> datetime:
    """A time of the form on a day in Copenhagen. Raises `Refused` for what is none."""
    try:
        return datetime.combine(day, time.fromisoformat(str(request.POST.get(name, ""))), COPENHAGEN)
    except ValueError as error:
        raise Refused.because(_("This is no time."), _("Write it as 09:00.")) from error


def clock(request: Asked, moment: datetime | None) -> str:
    """An instant by the clock on the wall, or nothing."""
    return clock_time(moment.astimezone(COPENHAGEN), request.speech.language) if moment else ""


def _ways(request: Asked, meeting: Meeting, here: str, keeps: bool) -> list[dict[str, Any]]:
    """The pages of the meeting that this person has a use for."""
    begun = meeting.state in (RUNNING, HELD, APPROVED)
    wanted = [
        ("one", _("Agenda"), True),
        ("attendance", _("Attendance"), keeps or begun),
        ("minutes", _("Minutes"), begun),
        ("approval", _("Approval"), meeting.state in (HELD, APPROVED)),
    ]
    address = [request.district.pk, meeting.pk]
    found = [
        {"name": request.speech.say(title), "address": reverse(f"meetings-{name}", args=address), "here": name == here}
        for name, title, shown in wanted
        if shown
    ]
    if keeps and meeting.state in (CALLED, RUNNING, HELD, APPROVED):
        kind = "minutes" if meeting.state in (HELD, APPROVED) else "agenda"
        way = {"address": reverse("meetings-public", args=[*address, kind]), "here": here == "public"}
        found.append({"name": request.speech.say(_("Publication")), **way})
    return found
