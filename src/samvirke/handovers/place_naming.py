"""From a decision to a place that is named: the duty of the body that discussed it is fulfilled in the same deed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from samvirke.desks.designations.commands.name_place import Named, name_place, renew
from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.register import kind_called
from samvirke.desks.meetings.models import Decision
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import DEFAULT_LANGUAGE, _
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed

_LONGEST_EVIDENCE = 200


def name(actor: Actor, *, designation: Designation, version: int, named: Named) -> Designation:
    """Put it in force, and count it for the yearly duty of its body."""
    with deed(actor):
        made = name_place(actor, designation=designation, version=version, named=named)
        _count(actor, made)
        return made


def name_anew(actor: Actor, *, designation: Designation, version: int, named: Named) -> Designation:
    """Name it for another period, and count it for the duty of the year in which that was decided."""
    with deed(actor):
        made = renew(actor, designation=designation, version=version, named=named)
        _count(actor, made)
        return made


def by_decision(named: Named, decision: Decision) -> Named:
    """What is named by a meeting's decision: its number, its body and its day. Raises `Refused` before it is made."""
    day = decided_on(decision)
    if day is None or not decision.outcome:
        raise Refused.because(_("The meeting has not decided it yet."), _("Wait until the decision is written."))
    label = f"{decision.label}, {decision.body.words.text(DEFAULT_LANGUAGE)}"
    return replace(named, decision=label, decided_on=day, body=decision.body, decision_id=str(decision.pk))


def decided_on(decision: Decision) -> date | None:
    """The day of the meeting."""
    starts = decision.item.meeting.starts
    return starts.date() if starts else None


def evidence_of(designation: Designation) -> str:
    """How a duty names the decision: several places of one decision are one unit."""
    return f"{designation.kind}: {designation.decision}"[:_LONGEST_EVIDENCE]


def _count(actor: Actor, designation: Designation) -> None:
    duty, body, day = kind_called(designation.kind).duty, designation.body, designation.decided_on
    if body is None or day is None or duty not in body.duties:
        return
    fulfil(actor, body=body, duty_name=duty, year=day.year, evidence=evidence_of(designation), on=day)
