"""Keeps a step in the course of a deployment in the deed of the command that takes it."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.desks.deployments.models import Deployment, StepTaken
from samvirke.trust.access.actor import Actor


def stepped(actor: Actor, deployment: Deployment, step: str, on: date, said: str = "", **facts: Any) -> StepTaken:
    """Keep what happened."""
    return StepTaken.objects.create(
        deployment=deployment, step=step, on=on, said=said.strip(), facts=facts, by_id=actor.account
    )
