"""What became of a commitment, line by line: where it came from, each report and step, and its end."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse

from samvirke.desks.meetings.models import Meeting
from samvirke.doors.web.commitments.wording import REPORTED, SIGNS
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.registers.commitments.models import Commitment, StatusReport, Step
from samvirke.registers.commitments.models.step import CHANGED, HANDED_OVER, TAKEN_UP
from samvirke.registers.commitments.queries.course import course
from samvirke.trust.identity.models import Account

COLUMNS = {
    "title": _("name"),
    "text": _("text"),
    "owners": _("owners"),
    "person_id": _("who answers for it"),
    "sort": _("sort"),
    "begins": _("beginning"),
    "due": _("deadline"),
    "area": _("place"),
    "municipalities": _("municipalities"),
    "dose": _("how much"),
    "audience": _("for whom"),
    "cost": _("cost"),
    "prevention": _("prevention"),
    "indicator": _("indicator"),
}


def course_shown(request: Asked, one: Commitment) -> list[dict[str, Any]]:
    """From where it came to where it is now."""
    return [_origin(one, request.speech), *(line(turn, request.speech) for turn in course(request.actor, one))]


def line(turn: StatusReport | Step, speech: Speech) -> dict[str, Any]:
    """One report or step: the day, what happened, what shows it, and who wrote it."""
    shown = {"day": speech.day(turn.on, year=True), "by": turn.by.name if turn.by else "", "evidence": "", "sign": ""}
    if isinstance(turn, StatusReport):
        mark = SIGNS[turn.state]
        evidence = turn.evidence if turn.evidence != turn.said else ""
        return {
            **shown,
            "title": speech.say(REPORTED[turn.state]),
            "said": turn.said,
            "evidence": evidence,
            "state": mark,
            "sign": sign(mark),
        }
    return {**shown, "title": speech.say(_TITLES.get(turn.what, _("Recorded"))), "said": _step_said(turn, speech)}


_TITLES = {CHANGED: _("Changed"), HANDED_OVER: _("Handed over"), TAKEN_UP: _("Taken up by a meeting")}


def _step_said(step: Step, speech: Speech) -> str:
    if step.what == CHANGED:
        return _changed(step, speech)
    if step.what == HANDED_OVER:
        found = Account.objects.in_bulk([step.facts["giver"], step.facts["taker"]])
        names = {str(pk): one.name for pk, one in found.items()}
        return speech.say(
            _("From {giver} to {taker}"),
            giver=names.get(step.facts["giver"], ""),
            taker=names.get(step.facts["taker"], ""),
        )
    return _meeting(step.facts.get("where", ""), speech) if step.what == TAKEN_UP else ""


def _changed(step: Step, speech: Speech) -> str:
    if "due" in step.facts:
        before, after = (_day(value, speech) for value in step.facts["due"])
        moved = speech.say(_("deadline from {before} to {after}"), before=before, after=after)
    else:
        moved = ""
    others = [speech.say(COLUMNS[name]) for name in step.facts if name != "due" and name in COLUMNS]
    return speech.capital(speech.listed([part for part in (moved, *others) if part]))


def _day(written: str | None, speech: Speech) -> str:
    year, month, day = (written or "").split("-") if written else ("", "", "")
    if not written:
        return speech.say(_("no date"))
    # In a row of changes the day is said in figures.
    return f"{int(day)}.{int(month)}.{year}" if speech.language == "da" else f"{year}-{month}-{day}"


def _origin(one: Commitment, speech: Speech) -> dict[str, Any]:
    shown = {"day": "", "by": "", "evidence": "", "sign": "", "title": speech.say(_("Where it came from"))}
    if one.plan_id:
        year, number, heading = (one.origin.get(name, "") for name in ("plan", "section", "heading"))
        said = speech.say(
            _("The plan of {year}, section {number} {heading}"), year=year, number=number, heading=heading
        )
        return {**shown, "said": said, "address": reverse("plan-year", args=[one.district_id, year]) if year else ""}
    table = one.body.words.text(speech.language) if one.body else speech.say(_("Recorded in the register"))
    kind, _colon, _id = one.came_from.partition(":")
    if kind == "decision":
        # The decision's number and its meeting stand in the origin; the decision itself belongs to a desk.
        meeting, number = one.origin.get("meeting", ""), one.origin.get("decision", "")
        said = speech.say(
            _("Decision {number}, {meeting}"), number=number, meeting=_meeting(f"meeting:{meeting}", speech)
        )
        address = f"{reverse('meetings-approval', args=[one.district_id, meeting])}" if meeting else ""
        return {**shown, "said": said, "address": address}
    return {**shown, "said": _meeting(one.came_from, speech) if kind == "meeting" else table}


def _meeting(named: str, speech: Speech) -> str:
    """The meeting that `meeting:<id>` names, in words; the bare word where it is not there any more."""
    try:
        key = uuid.UUID(named.partition(":")[2])
        found = Meeting.objects.select_related("body").filter(pk=key).first()
    except (ValueError, ValidationError):
        found = None
    if found is None:
        return speech.say(_("A meeting"))
    values = {"body": found.body.words.text(speech.language), "number": found.number, "year": found.year}
    return speech.say(_("{body}, meeting {number} in {year}"), **values)
