"""From learning activities to the duties they count for: planned, changed, held and called off, each in one deed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from samvirke.desks.meetings.commands.hold_learning import hold_learning
from samvirke.desks.meetings.commands.plan_learning import cancel_learning, plan_learning
from samvirke.desks.meetings.facts.evidence import evidence_of_learning
from samvirke.desks.meetings.models import Learning
from samvirke.desks.meetings.models.learning import HELD
from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.commands.unfulfil import unfulfil
from samvirke.registers.commitments.register import MUNICIPALITY, duty
from samvirke.registers.partners.models import BodyMunicipality
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed
from samvirke.trust.identity.models import Agency


def plan(actor: Actor, *, district: District, facts: Mapping[str, Any]) -> Learning:
    """Plan it; with a day it is a planned unit of the duty it counts for."""
    with deed(actor):
        made = plan_learning(actor, district=district, **facts)
        _count(actor, made)
        return made


def change(actor: Actor, *, learning: Learning, version: int, facts: Mapping[str, Any]) -> None:
    """Plan it otherwise; what it counted for before it counts for no longer."""
    with deed(actor):
        _take_back(actor, learning)
        changed = plan_learning(actor, district=learning.district, learning=learning, version=version, **facts)
        _count(actor, changed)


def hold(
    actor: Actor,
    *,
    learning: Learning,
    version: int,
    day: date,
    municipalities: Collection[int],
    people: Mapping[Agency, int],
) -> None:
    """It was held, and the duty is fulfilled for whomever it reached."""
    with deed(actor):
        _take_back(actor, learning)
        held = hold_learning(
            actor, learning=learning, version=version, day=day, municipalities=municipalities, people=people
        )
        _count(actor, held)


def cancel(actor: Actor, *, learning: Learning, version: int) -> None:
    """It will not take place, and the duty misses it again."""
    with deed(actor):
        cancel_learning(actor, learning=learning, version=version)
        _take_back(actor, learning)


def _count(actor: Actor, learning: Learning) -> None:
    if learning.body is None or learning.day is None:
        return
    for unit in _units(learning):
        fulfil(
            actor,
            body=learning.body,
            duty_name=learning.duty,
            year=learning.day.year,
            evidence=evidence_of_learning(learning),
            on=learning.day,
            planned=learning.state != HELD,
            unit=unit,
        )


def _take_back(actor: Actor, learning: Learning) -> None:
    if learning.body is not None:
        unfulfil(actor, body=learning.body, duty_name=learning.duty, evidence=evidence_of_learning(learning))


def _units(learning: Learning) -> list[str]:
    """For what it counts: once, or for each municipality that it is for and the body works for."""
    if duty(learning.duty).per != MUNICIPALITY:
        return [""]
    works_for = BodyMunicipality.objects.filter(body=learning.body_id).values("municipality")
    places = learning.places.filter(municipality__in=works_for)
    return [str(code) for code in places.order_by("municipality").values_list("municipality", flat=True)]
