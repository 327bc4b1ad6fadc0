"""The draft that reading ends in: everything found, each with its confidence and its place, ready for JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from samvirke.desks.plan.reading.commitments import Commitment
from samvirke.desks.plan.reading.cover import Cover, Read
from samvirke.desks.plan.reading.focus import FocusArea
from samvirke.desks.plan.reading.report import Finding
from samvirke.desks.plan.reading.sections import Part, Section
from samvirke.desks.plan.reading.series import Series
from samvirke.desks.plan.reading.signatories import Signatory

# Counts up when a key of the JSON changes its meaning.
FORM = 1


@dataclass(frozen=True)
class Draft:
    """A plan as it was read. Nothing in it is invented: what the file does not say is empty."""

    file: str
    format: str
    pages: int
    line_count: int
    cover: Cover
    signed_on: date | None
    signed_at: str
    signatories: tuple[Signatory, ...]
    members: tuple[Signatory, ...]
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    focus_areas: tuple[FocusArea, ...]
    commitments: tuple[Commitment, ...]
    series: tuple[tuple[int, Series], ...]
    findings: tuple[Finding, ...]

    def to_json(self, language: str = "da") -> dict[str, Any]:
        """The draft as plain values; reasons and findings are said in the language."""
        return {
            "form": FORM,
            "file": {"name": self.file, "format": self.format, "pages": self.pages or None, "lines": self.line_count},
            "title": _read(self.cover.title, language),
            "district": _read(self.cover.district, language),
            "year": _read(self.cover.year, language) | ({"until": self.cover.until} if self.cover.until else {}),
            "signed": {"on": self.signed_on.isoformat() if self.signed_on else None, "at": self.signed_at or None},
            "signatories": [_signatory(one, language) for one in self.signatories],
            "members": [_signatory(one, language) for one in self.members],
            "parts": [_part(one, language) for one in self.parts],
            "sections": [_section(one, language) for one in self.sections],
            "focus_areas": [_focus(one, language) for one in self.focus_areas],
            "commitments": [_commitment(one, language) for one in self.commitments],
            "series": [_series(order, one, language) for order, one in self.series],
            "findings": [one.to_json(language) for one in self.findings],
        }


def _read(one: Read, language: str) -> dict[str, Any]:
    place = one.place.to_json() if one.place else {}
    shown = {"value": one.value or None, "printed": one.printed or None}
    return shown | place | {"confidence": one.confidence.to_json(language)}


def _signatory(one: Signatory, language: str) -> dict[str, Any]:
    shown = {"name": one.name, "office": one.office or None, "authority": one.authority or None}
    return shown | one.place.to_json() | {"confidence": one.confidence.to_json(language)}


def _part(one: Part, language: str) -> dict[str, Any]:
    shown = {"number": one.number, "title": one.title or None, "described": one.described or None}
    return shown | one.place.to_json() | {"confidence": one.confidence.to_json(language)}


def _section(one: Section, language: str) -> dict[str, Any]:
    return {
        "order": one.order,
        "number": one.number or None,
        "heading": one.heading,
        "printed_as": list(one.printed_as),
        "depth": one.depth,
        "under": one.under,
        "part": one.part or None,
        "has_body": bool(one.text),
        "text": [paragraph.to_json() for paragraph in one.text],
        **one.place.to_json(),
        "confidence": one.confidence.to_json(language),
    }


def _focus(one: FocusArea, language: str) -> dict[str, Any]:
    shown = {"title": one.title, "section": one.section, "listed_in": one.listed_in, "scope": one.scope or None}
    return shown | one.place.to_json() | {"confidence": one.confidence.to_json(language)}


def _commitment(one: Commitment, language: str) -> dict[str, Any]:
    cadence, due = one.cadence, one.due
    return {
        "text": one.text,
        "section": one.section,
        "owners": list(one.owners),
        "owners_from": one.owners_from or "words",
        "together_with": list(one.together_with),
        "cadence": {"times": cadence.times, "per": cadence.per or None, "printed": cadence.printed}
        if cadence
        else None,
        "due": {"day": due.day.isoformat(), "printed": due.printed} if due else None,
        "optional": one.optional,
        "points": list(one.items),
        **one.place.to_json(),
        "confidence": one.confidence.to_json(language),
    }


def _series(order: int, one: Series, language: str) -> dict[str, Any]:
    points = [
        {"year": point.year, "value": point.value, "printed": point.printed} | point.place.to_json()
        for point in one.points
    ]
    return (
        {"title": one.title, "section": order, "points": points}
        | one.place.to_json()
        | {"confidence": one.confidence.to_json(language)}
    )
