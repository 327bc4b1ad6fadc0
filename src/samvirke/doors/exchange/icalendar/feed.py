"""Meetings and other days of bodies as events of a calendar: body, time and place, never a word of the agenda."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.models.meeting import AGENDA, CANCELLED, PLANNED
from samvirke.desks.meetings.queries.calendar_days import ACTIVITY, CalendarDay
from samvirke.doors.exchange.icalendar.lines import moment, text, written
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _

_HOURS = "PT2H"


def calendar(
    meetings: Iterable[Meeting],
    name: str,
    language: str,
    at: datetime,
    address: str = "",
    days: Iterable[CalendarDay] = (),
) -> bytes:
    """The file. `address` is where the pages are, if it is known; a meeting without a day is not in it."""
    speech = Speech(language)
    head = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Samvirke//Meetings//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", text(name)),
    ]
    events = [line for one in meetings if one.starts_at for line in _event(one, one.starts_at, speech, at, address)]
    events += [line for one in days for line in _day(one, speech, at, address)]
    return written([*head, *events, ("END", "VCALENDAR")])


def _event(meeting: Meeting, starts: datetime, speech: Speech, at: datetime, address: str) -> Iterator[tuple[str, str]]:
    """Its UID is its id and never changes; SEQUENCE rises when it is moved, called, held or cancelled."""
    title = speech.say(
        _("{body}, meeting {number} in {year}"),
        body=speech.words(meeting.body.words),
        number=meeting.number,
        year=meeting.year,
    )
    yield "BEGIN", "VEVENT"
    yield "UID", f"{meeting.pk}@samvirke.invalid"
    yield "DTSTAMP", moment(at)
    yield "SEQUENCE", str(meeting.sequence)
    yield "DTSTART", moment(starts)
    yield ("DTEND", moment(meeting.ends_at)) if meeting.ends_at else ("DURATION", _HOURS)
    yield "SUMMARY", text(title)
    if meeting.place:
        yield "LOCATION", text(meeting.place)
    if address:
        yield "URL", f"{address}/districts/{meeting.body.district_id}/meetings/{meeting.pk}/"
    yield "STATUS", _status(meeting)
    yield "END", "VEVENT"


def _day(one: CalendarDay, speech: Speech, at: datetime, address: str) -> Iterator[tuple[str, str]]:
    """A whole day, which keeps nobody busy."""
    title = speech.say(_("{body}: {what}"), body=speech.words(one.body.words), what=one.what)
    yield "BEGIN", "VEVENT"
    yield "UID", f"{one.key}@samvirke.invalid"
    yield "DTSTAMP", moment(at)
    yield "SEQUENCE", str(one.sequence)
    yield "DTSTART;VALUE=DATE", one.day.strftime("%Y%m%d")
    yield "SUMMARY", text(title)
    if one.place:
        yield "LOCATION", text(one.place)
    if address:
        page = f"learning/{one.key}/" if one.sort == ACTIVITY else f"commitments/duties/{one.day.year}/"
        yield "URL", f"{address}/districts/{one.body.district_id}/{page}"
    yield "TRANSP", "TRANSPARENT"
    yield "STATUS", "CANCELLED" if one.is_cancelled else "CONFIRMED" if one.is_certain else "TENTATIVE"
    yield "END", "VEVENT"


def _status(meeting: Meeting) -> str:
    if meeting.state == CANCELLED:
        return "CANCELLED"
    return "TENTATIVE" if meeting.state in (PLANNED, AGENDA) else "CONFIRMED"
