"""Records what somebody owes."""

from __future__ import annotations

from typing import Any

from samvirke.registers.commitments.commands.stepped import stepped
from samvirke.registers.commitments.facts.answerable import refuse_if_not_answerable
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.step import RECORDED
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("commitments.record", on="district")
def record(actor: Actor, *, district: District, commitments: list[dict[str, Any]]) -> list[Commitment]:
    """Write commitments; one that a plan already has under its slug is corrected, and keeps how far it has come.

    One without a slug stands for itself and is always new. Facts are named as the columns of `Commitment`. Raises
    `Refused` when whoever should answer for one does not work in the district.
    """
    for person in {facts.get("person_id") for facts in commitments}:
        refuse_if_not_answerable(district.pk, person)
    written = [_written(actor, district, facts) for facts in commitments]
    note(commitments=len(commitments))
    return written


def _written(actor: Actor, district: District, facts: dict[str, Any]) -> Commitment:
    named = {"district": district, "plan_id": facts.get("plan_id", ""), "slug": facts.get("slug", "")}
    known = Commitment.objects.select_for_update().filter(**named).first() if named["slug"] else None
    if known is None:
        made = Commitment.objects.create(**{**facts, **named})
        stepped(actor, made, RECORDED)
        return made
    if any(getattr(known, name) != value for name, value in facts.items()):
        for name, value in facts.items():
            setattr(known, name, value)
        known.version += 1
        known.save()
    return known
