"""A published item of an agenda or of minutes in sentences: the preview and the public page read the same."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _


def said(one: dict[str, Any], speech: Speech) -> dict[str, Any]:
    """One item of published content in sentences."""
    if not one["is_open"]:
        closed = _("Held behind closed doors, as the item could reveal individuals.")
        return {"number": one["number"], "title": speech.say(_("Closed item")), "lines": [speech.say(closed)]}
    shown = {"number": one["number"], "title": speech.words(one["title"])}
    if "dealt_with" not in one:
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
    lines += [speech.words(one["postponed"])] if one["postponed"] and decision is None else []
    if decision is not None and decision["commitments"]:
        owed = "; ".join(_owed(each, speech) for each in decision["commitments"])
        lines.append(speech.say(_("Commitments: {owed}."), owed=owed))
    for each in decision["corrections"] if decision else []:
        lines.append(speech.say(_("Correction of {day}: {text}"), day=_day(each["on"], speech), text=each["text"]))
    return shown | {"lines": lines, "waits": not one["dealt_with"] and not lines}


def _owed(one: dict[str, Any], speech: Speech) -> str:
    owners = speech.listed([speech.words(owner) for owner in one["owners"]])
    return ", ".join(part for part in (owners, _day(one["due"], speech)) if part)


def _day(written: str, speech: Speech) -> str:
    return speech.day(date.fromisoformat(written), year=True) if written else ""
