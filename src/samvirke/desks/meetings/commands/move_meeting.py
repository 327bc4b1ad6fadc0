"""Moves a meeting to another day or place, or cancels it, with the reason that its members are told."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F

from samvirke.desks.meetings.commands.changed import changed
from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.models.meeting import AHEAD, CANCELLED
from samvirke.foundation.clock import COPENHAGEN, now, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_WHY_AT_MOST, _PLACE_AT_MOST = 300, 200


@command("meetings.plan", on="meeting")
def move_meeting(
    actor: Actor, *, meeting: Meeting, version: int, starts_at: datetime, ends_at: datetime, place: str, why: str
) -> None:
    """To another time or place. Raises `Refused` without a reason, for a time that is past, or in another year."""
    meeting = as_it_is_now(meeting, *AHEAD)
    if starts_at.astimezone(COPENHAGEN).date() < today():
        raise Refused.because(_("The day is past."), _("Choose a day that is still ahead."))
    if starts_at.astimezone(COPENHAGEN).year != meeting.year:
        what = Said(_("Meeting {number} belongs to {year}."), {"number": meeting.number, "year": meeting.year})
        raise Refused.because(what, _("Cancel it, and plan a meeting of the other year."))
    if ends_at <= starts_at:
        raise Refused.because(_("The meeting ends before it begins."), _("Correct the times."))
    if len(place.strip()) > _PLACE_AT_MOST:
        what = Said(_("The place is longer than {most} characters."), {"most": _PLACE_AT_MOST})
        raise Refused.because(what, _("Shorten it."))
    # Only a meeting that has a day is moved; one that gets its first needs no reason.
    reason = _reason(why) if meeting.starts_at else why.strip()[:_WHY_AT_MOST]
    fields = {"starts_at": starts_at, "ends_at": ends_at, "place": place.strip(), "why_changed": reason}
    changed(meeting, version, sequence=F("sequence") + 1, **fields)
    note()


@command("meetings.plan", on="meeting")
def cancel_meeting(actor: Actor, *, meeting: Meeting, version: int, why: str) -> None:
    """It keeps its number, and calendars are told. Raises `Refused` without a reason or once it has begun."""
    meeting = as_it_is_now(meeting, *AHEAD)
    changed(meeting, version, state=CANCELLED, why_changed=_reason(why), sequence=F("sequence") + 1, ended_at=now())
    note()


def _reason(why: str) -> str:
    if not why.strip():
        raise Refused.because(_("No reason is given."), _("Write why in a sentence; the members are told."))
    if len(why.strip()) > _WHY_AT_MOST:
        what = Said(_("The reason is longer than {most} characters."), {"most": _WHY_AT_MOST})
        raise Refused.because(what, _("Shorten it."))
    return why.strip()
