"""What was changed in a design after it was fixed, and how one estimate differs from the one before."""

from __future__ import annotations

from typing import Any

from samvirke.doors.web.effects.shown import for_reader, is_told, verdict_said
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.effects.engine.area import Area
from samvirke.insight.effects.models import Design, Estimate
from samvirke.insight.effects.queries.designs import changes_of, estimates_of
from samvirke.trust.access.rules import may

_COLUMNS = {
    "kind": _("Kind of measure"),
    "sort": _("How it compares"),
    "why_none": _("Why not"),
    "outcome": _("What is counted"),
    "read": _("Number that is read"),
    "categories": _("Of these kinds"),
    "treated": _("Where it was done"),
    "comparison": _("Comparison"),
    "ring": _("Ring next door"),
    "before_from": _("Before, first day"),
    "before_until": _("Before, last day"),
    "after_from": _("After, first day"),
    "after_until": _("After, last day"),
    "selection": _("Why this area"),
    "survey": _("Asked"),
    "cost": _("Cost"),
}


def changes(request: Asked, design: Design) -> list[dict[str, Any]]:
    """Every change, with what the fields said before and after."""
    speech = request.speech
    return [
        {
            "on": speech.day(one.on, year=True),
            "why": one.why,
            "looked": one.looked,
            "by": one.by.name if one.by else "",
            "rows": [
                (speech.say(_COLUMNS[name]), _plain(one.was[name]), _plain(one.now[name]))
                for name in one.now
                if name in _COLUMNS
            ],
        }
        for one in changes_of(request.actor, design)
    ]


def earlier(request: Asked, design: Design) -> list[dict[str, Any]]:
    """Every estimate, the newest first, each with its ratio and the data that it was made from."""
    exact = may(request.actor, "effects.count", design)
    return [_estimate(one, design, request.speech, exact) for one in estimates_of(request.actor, design)]


def _estimate(one: Estimate, design: Design, speech: Speech, exact: bool) -> dict[str, Any]:
    told = is_told(design, one.judged, exact)
    judged = for_reader(design, one.judged, exact)
    shown = judged.difference if design.is_survey else judged.ratio
    decimals = 1 if design.is_survey else 2
    return {
        "on": speech.day(one.made_on, year=True),
        "verdict": verdict_said(design, one.verdict, speech),
        "value": speech.number(shown.value, decimals) if told and shown.value is not None else "–",
        "low": speech.number(shown.low, decimals) if told and shown.low is not None else "–",
        "high": speech.number(shown.high, decimals) if told and shown.high is not None else "–",
        "data": speech.listed([f"{source} v{number}" for source, number in one.made_from.get("sources", {}).items()]),
        "version": one.design_version,
    }


def _plain(value: Any) -> str:
    """A stored value as one line: areas by name."""
    if isinstance(value, list):
        return ", ".join(Area.of(one).name if isinstance(one, dict) else str(one) for one in value) or "–"
    if isinstance(value, dict):
        return str(value.get("question", "")) or "–"
    return "–" if value in (None, "") else str(value)
