"""A published plan in one language, ready to be read: the same for the public page, the paper and the preview."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.foundation.speech import NBSP, Speech, how_often
from samvirke.foundation.words import _

_SCOPES = {"national": _("National focus area"), "local": _("Local focus area"), "not-stated": _("Focus area")}
_PREVENTION = {"early": _("early prevention"), "late": _("late prevention")}
_HOW = {
    ("section", "came"): _("New sections"),
    ("section", "changed"): _("Changed sections"),
    ("section", "dropped"): _("Sections that are gone"),
    ("goal", "came"): _("New goals"),
    ("goal", "changed"): _("Changed goals"),
    ("goal", "dropped"): _("Goals that are gone"),
    ("measure", "came"): _("New measures"),
    ("measure", "changed"): _("Changed measures"),
    ("measure", "dropped"): _("Measures that are gone"),
}


def shown_plan(content: dict[str, Any], language: str) -> dict[str, Any]:
    """Plain text by place. What older editions did not say yet is left out."""
    speech = Speech(language)
    return {
        "title": speech.words(content["title"]),
        "year": content["year"],
        "years": _years(content),
        "district": speech.words(content["district"]),
        "body": speech.words(content["body"]) if content.get("body") else "",
        "invented": bool(content.get("invented")),
        "license": content.get("license", ""),
        "kind": content.get("plan_kind", "cooperation"),
        "signed": _signed(content, speech),
        "sections": [_section(one, speech) for one in content["sections"]],
        "signatories": [
            (one["name"], speech.words(one["office"]) if one["office"] else "") for one in content["signatories"]
        ],
        "approvals": [
            (speech.words(one["agency"]), speech.day(date.fromisoformat(one["on"]), year=True))
            for one in content.get("approvals", ())
        ],
        "changes": shown_changes(content.get("changes") or {}, language),
    }


def shown_changes(changes: dict[str, Any], language: str) -> dict[str, Any]:
    """What is different from the year before, in groups; empty where nothing was compared."""
    if not changes:
        return {}
    speech = Speech(language)
    groups = [
        {
            "title": speech.say(title),
            "kind": kind,
            "how": how,
            "rows": [_change(one, speech) for one in changes["rows"] if (one["kind"], one["how"]) == (kind, how)],
        }
        for (kind, how), title in _HOW.items()
    ]
    return {"year": changes["year"], "groups": [group for group in groups if group["rows"]]}


def _years(content: dict[str, Any]) -> str:
    first, last = content["year"], content.get("until") or content["year"]
    return str(first) if first == last else f"{first}–{last}"


def _signed(content: dict[str, Any], speech: Speech) -> str:
    if not content["signed_on"]:
        return ""
    day = speech.day(date.fromisoformat(content["signed_on"]), year=True)
    place = content["signed_at"]
    return (
        speech.say(_("Signed {day}, {place}."), day=day, place=place)
        if place
        else speech.say(_("Signed {day}."), day=day)
    )


def _section(one: dict[str, Any], speech: Speech) -> dict[str, Any]:
    """A section whose translation is older than its text is shown as it was written, and says so."""
    focus, older = one["focus"], one.get("older", ())
    is_older = speech.language in older
    written = next((name for name in one["summary"] if name not in older), speech.language)
    summary = {written: one["summary"][written]} if is_older and written in one["summary"] else one["summary"]
    return {
        "anchor": one["anchor"],
        "number": one["number"],
        "depth": one["depth"],
        "heading": speech.words(one["heading"]),
        "has_parts": one["has_parts"],
        "paragraphs": _paragraphs(speech.words(summary)) if summary else [],
        "older": is_older,
        "language": written if is_older else speech.language,
        "focus": speech.say(_SCOPES[focus["scope"]]) if focus else "",
        "looking_back": [
            {"what": speech.words(row["what"]), "said": speech.words(row["said"]), "state": row["state"]}
            for row in one.get("looking_back", ())
        ],
        "goals": [
            {
                "text": speech.words(goal["text"]),
                "measurable": goal["measurable"],
                "why": speech.words(goal["why_not"]) if goal["why_not"] else "",
            }
            for goal in one["goals"]
        ],
        "commitments": [_commitment(each, speech) for each in one["commitments"]],
    }


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _commitment(one: dict[str, Any], speech: Speech) -> dict[str, str]:
    return {
        "title": speech.words(one["title"]),
        "text": speech.words(one["text"]),
        "facts": " · ".join(fact for fact in _facts(one, speech) if fact),
    }


def _facts(one: dict[str, Any], speech: Speech) -> list[str]:
    """Owner, how often, when, where, how much, for whom, at what cost, early or late: what is said of it."""
    found = [speech.listed([speech.words(owner) for owner in one.get("owners", ())])]
    if one["times"] and one["per"]:
        found.append(speech.words(how_often(one["times"], one["per"])))
    begins, due = one.get("begins", ""), one["due"]
    if begins:
        found.append(speech.say(_("from {day}"), day=speech.day(date.fromisoformat(begins), year=True)))
    if due:
        found.append(speech.say(_("by {day}"), day=speech.day(date.fromisoformat(due), year=True)))
    found += [one.get(name, "") for name in ("area", "dose", "audience")]
    if one.get("cost") is not None:
        found.append(speech.say(_("{amount} kroner"), amount=speech.number(one["cost"])).replace(" ", NBSP))
    if one.get("prevention"):
        found.append(speech.say(_PREVENTION[one["prevention"]]))
    return found


def _change(one: dict[str, Any], speech: Speech) -> dict[str, Any]:
    pieces = one["pieces"].get(speech.language) or one["pieces"].get("da") or one["pieces"].get("en") or []
    was = speech.words(one["was"]) if one["was"] else ""
    heading = speech.words(one["heading"])
    return {
        "heading": heading,
        "was": was if was != heading else "",
        "by_heading": one["by"] == "heading",
        "anchor": one["anchor"],
        "pieces": pieces,
    }
