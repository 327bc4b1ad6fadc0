"""The course of a case in words: one sentence for each thing that happened, and what is new since the last visit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from samvirke.desks.casework.models import Event
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, Words, _

SENTENCES = {
    "opened": _("{who} opened the case"),
    "moved": _("{who} moved the case to “{stage}”"),
    "closed": _("{who} closed the case: {outcome}"),
    "assigned": _("{who} let a colleague work on the case"),
    "released": _("{who} ended a colleague's work on the case"),
    "wrote": _("{who} wrote in “{section}”"),
    "invited": _("{who} invited {agency}"),
    "parted": _("{who} ended the part of {agency}"),
    "involved": _("{who} named somebody as “{role}”"),
    "corrected": _("{who} corrected what is known of “{role}”"),
    "uninvolved": _("{who} took out somebody who was “{role}”"),
    "will-disclose": _("{who} began a disclosure to {to} ({number})"),
    "disclosed": _("{who} disclosed to {to} ({number})"),
    "rejected": _("{who} rejected the disclosure {number}"),
    "recalled": _("{who} called back the disclosure {number}"),
    "acknowledged": _("{who} confirmed that {number} was let go of"),
    "asked": _("{who} asked {of} for something from “{section}”"),
    "declined": _("{who} declined a question"),
    "gave-task": _("{who} gave {to} a task"),
    "finished-task": _("{who} finished a task"),
    "referred": _("{who} referred the matter to {to} ({type})"),
    "accepted": _("{who} took on what was referred"),
    "turned-down": _("{who} declined what was referred"),
    "sealed": _("{who} sealed the case"),
    "asked-to-unseal": _("{who} asked for the seal to be opened"),
    "unsealed": _("{who} opened the seal"),
    "began-search": _("{who} began search {search} among our own reports"),
    "ended-search": _("{who} ended search {search}; its reports are deleted"),
    "broke-glass": _("{who} opened the case in an emergency"),
}
_SOMETHING = _("Something happened in the case")


def course(
    speech: Speech, view: CaseView, people: Mapping[str, tuple[str, str]], seen_at: datetime | None, me: str
) -> list[dict[str, Any]]:
    """The newest first. What oneself did is never new."""
    return [
        {
            "day": speech.day(one.on, year=True),
            "time": f"{one.at.astimezone(COPENHAGEN):%H.%M}",
            "said": sentence(speech, view, one, people),
            "is_new": bool(seen_at and one.at > seen_at and one.account_id != me),
        }
        for one in view.events
    ]


def since_last_visit(speech: Speech, rows: list[dict[str, Any]], seen_at: datetime | None) -> str:
    """How many changes there were since somebody last looked; nothing on the first visit and when there are none."""
    count = sum(one["is_new"] for one in rows)
    if not count or seen_at is None:
        return ""
    one, more = (
        _("Since your last visit on {day}: {count} change"),
        _("Since your last visit on {day}: {count} changes"),
    )
    day = speech.day(seen_at.astimezone(COPENHAGEN).date())
    return Said(one, {"day": day, "count": count}, plural=more).text(speech.language)


def sentence(speech: Speech, view: CaseView, event: Event, people: Mapping[str, tuple[str, str]]) -> str:
    """What happened, in a sentence; one that cannot be said any more is still counted as something."""
    values = {name: _value(speech, view, name, value) for name, value in event.facts.items()}
    if event.kind == "closed":
        values["outcome"] = _outcome(speech, view, event)
    values["who"] = _who(speech, view, people.get(event.account_id))
    try:
        return speech.say(SENTENCES.get(event.kind, _SOMETHING), **values)
    except KeyError:
        return speech.say(_SOMETHING)


def _who(speech: Speech, view: CaseView, found: tuple[str, str] | None) -> str:
    if found is None:
        return speech.say(_("Somebody"))
    return found[0] or _agency(speech, view, found[1])


def _value(speech: Speech, view: CaseView, name: str, value: Any) -> str:
    form = view.form
    match name:
        case "agency" | "to" | "of" | "by":
            return _agency(speech, view, str(value))
        case "number":
            return f"V-{int(value):04}"
        case "section":
            return _title(speech, form.sections, value)
        case "role":
            return _title(speech, form.people, value)
        case "stage":
            return _title(speech, form.stages, value)
        case "type":
            return speech.say(case_types()[value].title) if value in case_types() else str(value)
    return str(value)


def _outcome(speech: Speech, view: CaseView, event: Event) -> str:
    stage = next((one for one in view.form.stages if one.name == event.facts.get("stage")), None)
    return _title(speech, stage.outcomes if stage else (), event.facts.get("outcome", ""))


def _agency(speech: Speech, view: CaseView, agency: str) -> str:
    words: Words | None = view.agencies[agency].words if agency in view.agencies else None
    return speech.words(words) if words else agency


def _title(speech: Speech, things: Any, name: Any) -> str:
    return next((speech.say(one.title) for one in things if one.name == name), str(name))
