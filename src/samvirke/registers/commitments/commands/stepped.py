"""Keeps a step on a commitment's way in the deed of the command that takes it."""

from __future__ import annotations

from samvirke.foundation.clock import today
from samvirke.registers.commitments.models import Commitment, Step
from samvirke.trust.access.actor import Actor


def stepped(actor: Actor, commitment: Commitment, what: str, **facts: object) -> None:
    """Keep what happened on its way."""
    Step.objects.create(commitment=commitment, what=what, on=today(), facts=facts, by_id=actor.account)
