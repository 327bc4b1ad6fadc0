"""Keeps a step on the way of a place in the deed of the command that takes it."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.desks.designations.models import Designation, StepTaken
from samvirke.trust.access.actor import Actor


def stepped(
    actor: Actor, designation: Designation, stage: str, on: date, said: str = "", outcome: str = "", **facts: Any
) -> StepTaken:
    """Keep what was reached in the period that runs."""
    return StepTaken.objects.create(
        designation=designation,
        term=designation.term,
        stage=stage,
        outcome=outcome,
        on=on,
        said=said.strip(),
        facts=facts,
        by_id=actor.account,
    )
