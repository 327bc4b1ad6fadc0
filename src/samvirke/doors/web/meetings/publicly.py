"""What becomes public of a meeting, in the words in which the public will read it."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.desks.meetings.content import OUTCOMES, public_content
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.made_public import MINUTES
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.registers.commitments.models import Commitment


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
            said(one, speech, kind) | {"here": here is not None and one["number"] == here.number}
            for one in content["items"]
        ],
        "hidden": _hidden(request, meeting, content),
    }


def said(one: dict[str, Any], speech: Speech, kind: str) -> dict[str, Any]:
    """One item of published content in sentences."""
    if not one["is_open"]:
        closed = _("Held behind closed doors, as the item could reveal individuals.")
        return {"number": one["number"], "title": speech.say(_("Closed item")), "lines": [speech.say(closed)]}
    shown = {"number": one["number"], "title": speech.words(one["title"])}
    if kind != MINUTES:
        recommendation = speech.words(one["recommendation"]) if any(one["recommendation"].values()) else ""
        return shown | {"lines": [line for line in (one["summary"], recommendation) if line]}
    decision = one.get("decision")
    lines = []
    if decision is not None:
        lines.append(
            speech.say(_("{outcome} ({number}): {text}"), outcome=speech.words(decision["outcome"]),
                       number=decision["number"], text=decision["text"])
        )  # fmt: skip
    lines += [one["text"]] if one["text"] else []
    lines += [speech.say(OUTCOMES["postponed"])] if one["postponed"] and decision is None else []
    if decision is not None and decision["commitments"]:
        owed = "; ".join(
            ", ".join(
                part
                for part in (speech.listed([speech.words(one) for one in each["owners"]]), _day(each["due"], speech))
                if part
            )
            for each in decision["commitments"]
        )
        lines.append(speech.say(_("Commitments: {owed}."), owed=owed))
    for each in decision["corrections"] if decision else []:
        lines.append(speech.say(_("Correction of {day}: {text}"), day=_day(each["on"], speech), text=each["text"]))
    return shown | {"lines": lines, "waits": not one["dealt_with"] and not lines}


def _day(written: str, speech: Speech) -> str:
    return speech.day(date.fromisoformat(written), year=True) if written else ""


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
