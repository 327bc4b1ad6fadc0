"""What becomes public of a meeting, in the words in which the public will read it."""

from __future__ import annotations

from typing import Any

from samvirke.desks.meetings.content import public_content
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.made_public import MINUTES
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.words import Said, _
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.publications.meeting_said import said


def publicly(
    request: Asked,
    meeting: Meeting,
    here: AgendaItem | None,
    born: dict[str, list[Commitment]],
    kind: str = MINUTES,
) -> dict[str, Any]:
    """The very content that would be published, in sentences; `here` is the item to draw the eye to."""
    content, speech = public_content(meeting, kind, born), request.speech
    starts = meeting.starts
    return {
        "body": speech.words(content["body"]),
        "head": speech.say(
            _("Meeting {number}/{year}, {day}"),
            number=content["number"],
            year=content["year"],
            day=speech.day(starts.date(), year=True) if starts else "",
        ),
        "place": content["place"],
        "items": [
            said(one, speech) | {"here": here is not None and one["number"] == here.number} for one in content["items"]
        ],
        "hidden": _hidden(request, meeting, content),
    }


def _hidden(request: Asked, meeting: Meeting, content: dict[str, Any]) -> list[str]:
    """What is kept back, and that it is."""
    speech = request.speech
    notes = [speech.say(_("Names of those who own commitments are not shown, only the agency."))]
    closed = [str(one["number"]) for one in content["items"] if not one["is_open"]]
    if closed:
        words = Said(
            _("The title of item {numbers} is not shown."),
            {"numbers": speech.listed(closed), "count": len(closed)},
            _("The titles of items {numbers} are not shown."),
        )
        notes.append(words.text(speech.language))
    if meeting.items.exclude(inside="").exists():
        notes.append(speech.say(_("What is written for members alone is not shown.")))
    notes.append(speech.say(_("Votes, attendance and papers are not shown.")))
    return notes
