"""Sets a plan's public content as PDF/A-2a and PDF/UA-1; the same content gives the same file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import typst

from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.fonts import FONTS
from samvirke.registers.publications.shown_plan import shown_plan

_TEMPLATE = Path(__file__).resolve().parent / "plan.typ"
_STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
_LABELS = {
    "goal": _("Goal"),
    "intention": _("An intention, not measurable as written."),
    "looking_back": _("What became of last year's"),
    "signed_by": _("Signed by"),
    "approved_by": _("Approved by"),
    "contents": _("Contents"),
    "changes": _("What has changed since {year}"),
    "was": _("before:"),
    "by_heading": _("recognised by its heading"),
    "older": _("The text has been changed since it was translated, and stands here as it was written."),
    "page": _("Page"),
    "of": _("of"),
    "demo": _("Demo: invented"),
}


def plan_pdf(content: dict[str, Any], language: str, *, published_on: str, edition: int, invented: bool) -> bytes:
    """The paper. Content goes in as data, so that nothing in it can become instructions."""
    speech = Speech(language)
    shown = shown_plan(content, language)
    labels = {name: speech.say(words, year=shown["changes"].get("year", "")) for name, words in _LABELS.items()}
    told = {
        **shown,
        "language": language,
        "labels": labels,
        "date": published_on,
        "edition": speech.say(_("Edition {number}"), number=edition),
        "demo": labels["demo"] if invented else "",
    }
    return typst.compile(
        str(_TEMPLATE),
        format="pdf",
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"plan": json.dumps(told, ensure_ascii=False)},
        pdf_standards=[*_STANDARDS],
    )
