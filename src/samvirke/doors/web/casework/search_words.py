"""How a search is told: what is looked for, how certain it is, what a field says, and how it ended."""

from __future__ import annotations

from typing import Any

from samvirke.desks.casework.matching.fields import CHILD, EVIDENCE, FAMILY, FIELDS, OF_UNIT, UNITS
from samvirke.desks.casework.models import SearchPair, SearchReport
from samvirke.desks.casework.models.search import NO_REPORT, SOCIAL_REPORT, TIME_OVER
from samvirke.desks.casework.models.search_pair import NO, UNSURE, YES
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _

ABOUT = ((CHILD, _("The same child")), (FAMILY, _("The same family")))
RESULTS = {
    "": _("Open"),
    SOCIAL_REPORT: _("It led to a social report"),
    NO_REPORT: _("It led to nothing"),
    TIME_OVER: _("Nobody ended it in time"),
}
FOUND = {
    YES: _("Yes, the same"),
    NO: _("No, not the same"),
    UNSURE: _("Unsure"),
    "": _("Not looked at"),
}
# In bits: doubled odds for each. What lies between says little.
_CLEARLY, _SLIGHTLY = 4.0, 1.0


def about_said(unit: str, speech: Speech) -> str:
    """What is looked for."""
    return speech.say(dict(ABOUT)[unit])


def certainty_said(pair: SearchPair, speech: Speech) -> str:
    """Never “100 %”: no record is beyond doubt."""
    if pair.certainty >= 0.995:
        return speech.say(_("over 99 %"))
    return speech.percent(100 * pair.certainty)


def report_said(one: SearchReport, speech: Speech) -> dict[str, Any]:
    """A report in a line: whom it names, and where it stands."""
    name = " ".join(part for part in (one.given, one.surname) if part)
    where = speech.say(
        _("{source} {number}, {day}"), source=one.source, number=one.reference, day=speech.day(one.on, year=True)
    )
    return {
        "name": name or speech.say(_("no name")),
        "born": speech.say(_("born {day}"), day=speech.day(one.born, year=True)) if one.born else "",
        "address": ", ".join(part for part in (one.address, one.postcode) if part),
        "where": where,
    }


def pair_said(pair: SearchPair, speech: Speech) -> dict[str, Any]:
    """A row of the worklist: both reports, how certain, why in a sentence, and what somebody found."""
    shown = [name for name in _fields(pair) if pair.agreed[name][0] != "missing"]
    return {
        "id": pair.pk,
        "first": report_said(pair.first, speech),
        "second": report_said(pair.second, speech),
        "certainty": certainty_said(pair, speech),
        "because": speech.listed([_small(speech.say(FIELDS[name].said(pair.agreed[name][0]))) for name in shown]),
        "found": speech.say(FOUND[pair.same]),
        "judged": pair.same != "",
    }


def evidence_said(pair: SearchPair, unit: str, speech: Speech) -> list[dict[str, Any]]:
    """Row by row what is compared, what it says of the two records, and how much."""
    rows = []
    for name in EVIDENCE[unit]:
        level, bits = pair.agreed[name]
        parts = FIELDS[name].parts or (name,)
        rows.append(
            {
                "title": speech.say(FIELDS[name].title),
                "said": [speech.say(FIELDS[part].said(pair.agreed[part][0])) for part in parts],
                "weighs": speech.say(_weighs(bits, level)),
                "bits": speech.signed(bits, 1) if level != "missing" else "",
            }
        )
    return rows


def values_said(model: dict[str, Any], unit: str, speech: Speech) -> list[dict[str, Any]]:
    """How often each likeness is met among the same and among others, and by how many pairs it was learned."""
    return [
        {
            "said": speech.say(FIELDS[name].said(level)),
            "same": speech.percent(100 * same, 1),
            "others": speech.percent(100 * others, 3),
            "taught": speech.number(model["taught"][name]),
        }
        for name in EVIDENCE[unit]
        for level, (same, others) in model["values"][name].items()
    ]


def _fields(pair: SearchPair) -> list[str]:
    unit = next(one for one in UNITS if set(pair.agreed) == set(OF_UNIT[one]))
    return [name for name in OF_UNIT[unit] if not FIELDS[name].parts]


def _weighs(bits: float, level: str) -> str:
    if level == "missing":
        return _("says nothing")
    if abs(bits) < _SLIGHTLY:
        return _("says little")
    if bits > 0:
        return _("speaks clearly for the same") if bits >= _CLEARLY else _("speaks for the same")
    return _("speaks clearly against") if bits <= -_CLEARLY else _("speaks against")


def _small(words: str) -> str:
    return words if words[:3].isupper() else words[:1].lower() + words[1:]
