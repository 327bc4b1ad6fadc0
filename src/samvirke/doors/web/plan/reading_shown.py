"""A draft that was read from a plan, as its page shows it: each item with how sure it is and where it stands."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from samvirke.desks.plan.reading.commitments import Commitment
from samvirke.desks.plan.reading.confidence import HIGH, LOW, MEDIUM, Confidence
from samvirke.desks.plan.reading.cover import Read
from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.lines import Place
from samvirke.desks.plan.reading.sections import Part, Section
from samvirke.desks.plan.reading.signatories import Signatory
from samvirke.desks.plan.reading.spoken import cadence_said, level_said, place_said
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _

MARKS = {HIGH: "mark-accent", MEDIUM: "mark-plain", LOW: "mark-open"}


def shown(speech: Speech, draft: Draft) -> dict[str, Any]:
    """Everything that the page says about a draft."""
    names = {one.order: one.name for one in draft.sections}
    return _taken_along(speech, draft) | {
        "cover": _cover(speech, draft),
        "people": [_person(speech, one) for one in draft.signatories],
        "members": [_person(speech, one) for one in draft.members],
        "parts": [_part(speech, one) for one in draft.parts],
        "sections": [_section(speech, one) for one in draft.sections],
        "focus": [
            _sure(speech, one.confidence, one.place) | {"title": one.title, "section": names.get(one.section or 0, "")}
            for one in draft.focus_areas
        ],
        "commitments": [_commitment(speech, one, names[one.section]) for one in draft.commitments],
        "series": [
            _sure(speech, one.confidence, one.place)
            | {"title": one.title, "section": names[order], "points": one.points}
            for order, one in draft.series
        ],
        "findings": [
            {"text": one.what.text(speech.language), "place": _where(speech, one.place)} for one in draft.findings
        ],
    }


def _taken_along(speech: Speech, draft: Draft) -> dict[str, str]:
    """The draft as JSON inside the page itself, so that it can be taken along although nothing is kept."""
    written = json.dumps(draft.to_json(speech.language), ensure_ascii=False, indent=1).encode("utf-8")
    return {
        "file": draft.file,
        "json": base64.b64encode(written).decode("ascii"),
        "json_name": f"{Path(draft.file).stem}.json",
    }


def _cover(speech: Speech, draft: Draft) -> list[dict[str, Any]]:
    cover = draft.cover
    years = f"{cover.year.value}–{cover.until}" if cover.until else cover.year.value
    signed = ", ".join(
        part for part in (draft.signed_at, speech.day(draft.signed_on, year=True) if draft.signed_on else "") if part
    )
    return [
        _read(speech, _("Title"), cover.title, cover.title.value),
        _read(speech, _("Police district"), cover.district, cover.district.value),
        _read(speech, _("Year"), cover.year, years),
        {"what": speech.say(_("Signed")), "value": signed, "place": "", "sure": "", "why": []},
    ]


def _read(speech: Speech, message: str, one: Read, value: str) -> dict[str, Any]:
    return _sure(speech, one.confidence, one.place) | {"what": speech.say(message), "value": value}


def _sure(speech: Speech, confidence: Confidence, place: Place | None) -> dict[str, Any]:
    return {
        "sure": level_said(confidence.level).text(speech.language),
        "mark": MARKS[confidence.level],
        "why": [one.text(speech.language) for one in confidence.why],
        "place": _where(speech, place),
    }


def _where(speech: Speech, place: Place | None) -> str:
    return place_said(place).text(speech.language) if place else ""


def _person(speech: Speech, one: Signatory) -> dict[str, Any]:
    held = one.authority and one.authority not in one.office
    office = f"{one.office}, {one.authority}".strip(", ") if held else one.office
    return _sure(speech, one.confidence, one.place) | {"name": one.name, "office": office}


def _part(speech: Speech, one: Part) -> dict[str, Any]:
    return _sure(speech, one.confidence, one.place) | {
        "number": one.number,
        "title": one.title,
        "described": one.described,
    }


def _section(speech: Speech, one: Section) -> dict[str, Any]:
    return _sure(speech, one.confidence, one.place) | {
        "name": one.name,
        "depth": min(one.depth, 4),
        "part": one.part,
        "printed_as": one.printed_as,
        "text": [(paragraph.kind, paragraph.cells, paragraph.text) for paragraph in one.text],
    }


def _commitment(speech: Speech, one: Commitment, section: str) -> dict[str, Any]:
    return _sure(speech, one.confidence, one.place) | {
        "text": one.text,
        "points": one.items,
        "section": section,
        "owners": ", ".join(one.owners),
        "together_with": ", ".join(one.together_with),
        "cadence": cadence_said(one.cadence).text(speech.language) if one.cadence else "",
        "due": speech.day(one.due.day, year=True) if one.due else "",
        "optional": one.optional,
    }
