"""A measure in a form and in a row: who, how often, when, where, how much, for whom, at what cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samvirke.desks.plan.models import Measure, Plan
from samvirke.doors.web.plan.room import Wrong, day_in
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import how_often
from samvirke.foundation.words import _

KINDS = {
    "activity": _("Activity"),
    "cadence": _("Cadence"),
    "one-off": _("Once"),
    "target": _("Target"),
}
PERS = {"week": _("a week"), "month": _("a month"), "quarter": _("a quarter"), "year": _("a year")}
PREVENTION = {"early": _("Early prevention"), "late": _("Late prevention")}
_LARGEST = 2_000_000_000


def form_facts(request: Asked) -> dict[str, Any]:
    """What the form says, named as the columns of a measure. Raises `Refused` for what is no number or no day."""
    sent = request.POST
    kind = sent.get("kind", "")
    return {
        "title": sent.get("title", "")[:300],
        "text": sent.get("text", "")[:5000],
        "owners": list(dict.fromkeys(one for one in sent.getlist("owners") if one)),
        "kind": kind,
        "optional": bool(sent.get("optional")),
        "times": _number(request, "times", 1000) if kind == "cadence" else None,
        "per": sent.get("per", "") if kind == "cadence" else "",
        "begins": day_in(request, "begins"),
        "due": day_in(request, "due"),
        "area": sent.get("area", "").strip(),
        "dose": sent.get("dose", "").strip(),
        "audience": sent.get("audience", "").strip(),
        "cost": _number(request, "cost", _LARGEST),
        "prevention": sent.get("prevention", ""),
        "indicator": sent.get("indicator", ""),
    }


def fields_of(
    request: Asked, plan: Plan, one: Measure | None, wrong: Wrong, proposed: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What stands in the form: what was typed, the measure as it is, or what is proposed for a new one."""
    speech, language = request.speech, plan.district.language
    typed: Any = wrong.typed
    if typed:
        values: dict[str, Any] = {name: typed.get(name, "") for name in _PLAIN}
        values["owners"] = typed.getlist("owners")
    elif one:
        values = {name: getattr(one, name) for name in _PLAIN if name not in ("title", "text", "begins", "due")}
        values |= {
            "title": one.title.get(language) or one.words.text(language),
            "text": one.text.get(language) or next(iter(one.text.values()), ""),
            "begins": one.begins.isoformat() if one.begins else "",
            "due": one.due.isoformat() if one.due else "",
            "owners": one.owners,
        }
    else:
        values = dict.fromkeys(_PLAIN, "") | {"owners": [], "kind": "activity"} | dict(proposed or {})
    return {
        "values": values,
        "kinds": [(name, speech.say(title)) for name, title in KINDS.items()],
        "pers": [(name, speech.say(title)) for name, title in PERS.items()],
        "preventions": [(name, speech.say(title)) for name, title in PREVENTION.items()],
    }


_PLAIN = (
    "title", "text", "kind", "optional", "times", "per", "begins", "due", "area", "dose", "audience", "cost",
    "prevention", "indicator",
)  # fmt: skip


def described(
    request: Asked, one: Measure, names: dict[str, str], groups: Mapping[str, frozenset[str]]
) -> dict[str, Any]:
    """A measure as a row: its name, what it is, and everything that is said of it."""
    speech = request.speech
    often = speech.words(how_often(one.times, one.per)) if one.times and one.per else ""
    period = " – ".join(speech.day(day, year=True) for day in (one.begins, one.due) if day)
    cost = speech.say(_("{amount} kroner"), amount=speech.number(one.cost)) if one.cost is not None else ""
    prevention = speech.say(PREVENTION[one.prevention]) if one.prevention else ""
    facts = [speech.say(KINDS[one.kind]), often, period, one.area, one.dose, one.audience, cost, prevention]
    return {
        "id": one.pk,
        "title": one.words.text(speech.language),
        "text": speech.words(one.text),
        "owners": speech.listed(_gathered(request, one.owners, names, groups)),
        "facts": " · ".join(fact for fact in facts if fact),
        "measurable": one.measurable,
        "why": speech.words(one.why_not) if one.why_not and not one.measurable else "",
        "optional": one.optional,
    }


def _gathered(
    request: Asked, owners: list[str], names: Mapping[str, str], groups: Mapping[str, frozenset[str]]
) -> list[str]:
    """The owners by name; where all of a group are among them, the group in the place of the first."""
    found: list[str] = []
    for owner in owners:
        group = next((name for name, held in groups.items() if owner in held and held <= set(owners)), "")
        said = request.speech.say(group) if group else names.get(owner, owner)
        found += [said] if said not in found else []
    return found


def _number(request: Asked, name: str, largest: int) -> int | None:
    sent = request.POST.get(name, "").replace(".", "").replace(" ", "").strip()
    if not sent:
        return None
    if not (sent.isascii() and sent.isdigit()) or int(sent) > largest:
        raise Refused.because(_("That is no number."), _("Write figures alone."))
    return int(sent)
