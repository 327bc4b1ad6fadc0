"""What a disclosure holds, field by field in words, for whoever may read it before it becomes a part of a case."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.desks.casework.engine.crossing import PEOPLE
from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.engine.questions import Choice, Day, Question, Several, YesNo
from samvirke.desks.casework.facts.declared import declared_of
from samvirke.desks.casework.facts.proposal import field_said
from samvirke.desks.casework.models import Disclosure
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.trust.access.basis import PURPOSES, basis


def disclosed(disclosure: Disclosure, speech: Speech) -> dict[str, Any]:
    """Fields, purpose, basis, necessity and until when."""
    declared = declared_of(disclosure.case)
    content: dict[str, Any] = disclosure.content or {}
    return {
        "fields": [
            (field_said(declared, path).text(speech.language), _value(declared, path, value, speech))
            for path, value in content.items()
        ],
        "purpose": speech.say(PURPOSES[disclosure.purpose]),
        "basis": speech.say(basis(disclosure.basis).title),
        "law": speech.say(basis(disclosure.basis).law),
        "necessity": disclosure.necessity,
        "until": speech.day(disclosure.expires_at.astimezone(COPENHAGEN).date(), year=True),
        "not_for_investigation": disclosure.not_for_investigation,
    }


def _value(declared: CaseType, path: str, value: Any, speech: Speech) -> str:
    if path.partition(".")[0] == PEOPLE:
        return "; ".join(_person(one, speech) for one in value)
    return answer_said(declared.question(path), value, speech)


def _person(one: dict[str, str], speech: Speech) -> str:
    if not one.get("born"):
        return one["name"]
    born = speech.day(date.fromisoformat(one["born"]), year=True)
    return speech.say(_("{name}, born {day}"), name=one["name"], day=born)


def answer_said(asked: Question, value: Any, speech: Speech) -> str:
    """An answer in words."""
    match asked:
        case YesNo():
            return speech.say(_("Yes") if value else _("No"))
        case Choice(options=options):
            return speech.say(dict(options).get(value, str(value)))
        case Several(options=options):
            known = dict(options)
            return speech.listed([speech.say(known.get(one, str(one))) for one in value])
        case Day():
            return speech.day(date.fromisoformat(str(value)), year=True)
    return str(value)
