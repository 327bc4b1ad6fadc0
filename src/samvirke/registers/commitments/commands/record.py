"""Records what somebody owes."""

from __future__ import annotations

from typing import Any

from samvirke.registers.commitments.models import Commitment
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("commitments.record", on="district")
def record(actor: Actor, *, district: District, commitments: list[dict[str, Any]]) -> None:
    """Write commitments; one that a plan already has under its slug is corrected, and keeps how far it has come.

    One without a slug stands for itself and is always new.
    """
    for facts in commitments:
        named = {"district": district, "plan_id": facts.get("plan_id", ""), "slug": facts.get("slug", "")}
        if named["slug"]:
            Commitment.objects.update_or_create(**named, defaults=facts)
        else:
            Commitment.objects.create(**{**facts, **named})
    note(commitments=len(commitments))
