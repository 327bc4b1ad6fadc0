"""The sections of a case as one agency may see them: its own, what others have disclosed, and what is only known of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from samvirke.desks.casework.engine.crossing import PEOPLE
from samvirke.desks.casework.engine.declaration import CaseType, Section
from samvirke.desks.casework.engine.questions import Question
from samvirke.desks.casework.models import Contribution, Disclosure

OWN, DISCLOSED, HIDDEN, NARROW = KINDS = ("own", "disclosed", "hidden", "narrow")


@dataclass(frozen=True)
class Field:
    """A question and its answer; without an answer it was not answered."""

    path: str
    question: Question
    value: Any = None


@dataclass(frozen=True)
class Part:
    """One agency's part of one section.

    `kind` is `own`; `disclosed`, seen through one disclosure; `hidden`, known to exist and no more; or `narrow`, of
    one's own agency but for other colleagues. `version` is that of one's own text, 0 before the first.
    """

    section: Section
    agency: str
    kind: str
    fields: tuple[Field, ...] = ()
    version: int = 0
    through: Disclosure | None = None


def parts(
    form: CaseType,
    rules: Mapping[str, Section],
    agency: str,
    roles: frozenset[str],
    kinds: Mapping[str, str],
    contributions: Iterable[Contribution],
    received: Iterable[Disclosure],
) -> list[Part]:
    """Every part that this agency may know of, section by section, its own first.

    `form` is the declaration the case runs under, `rules` what today's says of its sections: who reads; `kinds` are the
    kinds of the agencies that take part; `received` are the disclosures to this agency that are in force.
    """
    own = {one.section: one for one in contributions if one.agency_id == agency}
    in_force = list(received)
    found: list[Part] = []
    for section in form.sections:
        rule = rules.get(section.name, section)
        if kinds.get(agency) in rule.by:
            found.append(_own(section, rule, agency, roles, own.get(section.name)))
        for other, kind in kinds.items():
            if other != agency and kind in rule.by:
                found += _others(section, rule, other, in_force)
    return found


def people_through(received: Iterable[Disclosure]) -> list[tuple[str, str, Disclosure]]:
    """Who was disclosed: the part they have, their name, and through which disclosure."""
    return [
        (path.partition(".")[2], one["name"], disclosure)
        for disclosure in received
        for path, value in (disclosure.content or {}).items()
        if path.startswith(f"{PEOPLE}.")
        for one in value
    ]


def _own(section: Section, rule: Section, agency: str, roles: frozenset[str], written: Contribution | None) -> Part:
    if rule.readers and roles.isdisjoint(rule.readers):
        return Part(section, agency, NARROW)
    answers = written.answers if written else {}
    fields = tuple(_field(section, asked, answers.get(asked.name)) for asked in section.questions)
    return Part(section, agency, OWN, fields, written.version if written else 0)


def _others(section: Section, rule: Section, agency: str, received: list[Disclosure]) -> list[Part]:
    found = []
    for disclosure in received:
        if disclosure.giver_id != agency:
            continue
        content = disclosure.content or {}
        fields = tuple(
            _field(section, asked, content[path])
            for asked in section.questions
            if (path := f"{section.name}.{asked.name}") in content
        )
        if fields:
            found.append(Part(section, agency, DISCLOSED, fields, through=disclosure))
    if found or rule.hidden or rule.confidential:
        return found
    # That it exists may be known; whether anything is written in it may not.
    return [Part(section, agency, HIDDEN)]


def _field(section: Section, asked: Question, value: Any) -> Field:
    return Field(f"{section.name}.{asked.name}", asked, value)
