"""What somebody could disclose from a case now: which fields may cross, which may not and why, and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from samvirke.desks.casework.engine.crossing import PEOPLE
from samvirke.desks.casework.engine.questions import HEALTH
from samvirke.desks.casework.facts.parts import OWN
from samvirke.desks.casework.facts.proposal import crossing_fault
from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.desks.casework.register import case_type
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.basis import Basis, basis
from samvirke.trust.access.rules import may
from samvirke.trust.identity.models import Account, Agency

_EMPTY: tuple[Any, ...] = (None, "", [])
# What the panel proposes, and the last day it takes; the command has the last word.
USUALLY, AT_MOST = timedelta(days=90), timedelta(days=364)


@dataclass(frozen=True)
class Candidate:
    """A field of one's own: where it stands, in words, and why it may not cross, if so.

    What is `is_empty` could cross, were anything written there.
    """

    path: str
    group: Said
    label: Said
    why_not: Said | None
    is_empty: bool
    is_health: bool


@dataclass(frozen=True)
class Panel:
    """Everything the panel of disclosing shows before anything is chosen."""

    purpose: str
    basis: Basis
    fields: list[Candidate]
    receivers: list[Agency]


def disclosable(actor: Actor, view: CaseView) -> Panel | None:
    """Nothing where the actor may not disclose at all: the case is closed, or they only read it."""
    if not view.case.is_open or view.mine.reads_only or not may(actor, "casework.disclose", view.case):
        return None
    today, stage = case_type(view.case.type), view.case.stage
    fields = [
        Candidate(
            one.path,
            Said(part.section.title),
            Said(one.question.label),
            crossing_fault(view.case, stage, one.path),
            one.value in _EMPTY,
            one.question.matter == HEALTH,
        )
        for part in view.parts
        if part.kind == OWN
        for one in part.fields
    ]
    named, people = {one.role for one in view.involved}, Said(_("People"))
    fields += [
        Candidate(path, people, Said(role.title), crossing_fault(view.case, stage, path), role.name not in named, False)
        for role in view.form.people
        if (path := f"{PEOPLE}.{role.name}")
    ]
    others = [one for name, one in view.agencies.items() if name != view.mine.agency_id]
    return Panel(today.purpose_at(stage), basis(today.basis_at(stage)), fields, others)


def approvers(actor: Actor, agency: str) -> list[str]:
    """By name, who in one's own agency may be the second pair of eyes."""
    if agency not in actor.agencies:
        return []
    live = {"affiliations__agency": agency, "affiliations__role": "case-leader", "is_active": True}
    day = actor.moment.astimezone(COPENHAGEN).date()
    found = Account.objects.filter(**live, affiliations__since__lte=day).exclude(affiliations__until__lt=day)
    return list(found.exclude(pk=actor.id).order_by("name").values_list("name", flat=True).distinct())
