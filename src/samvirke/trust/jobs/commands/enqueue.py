"""Puts work in the queue, in the same transaction as the deed that asks for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from samvirke.foundation.clock import now
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import declared
from samvirke.trust.jobs.models import Job


def enqueue(actor: Actor, name: str, *, key: str = "", due: datetime | None = None, **arguments: Any) -> Job:
    """Ask for work. With a `due` time, the same name, key and time give the same row however often it is asked."""
    declared(name)
    if due is None:
        return Job.objects.create(name=name, key=key, due=now(), arguments=arguments, asked_by=actor.id)
    row, _made = Job.objects.get_or_create(
        name=name, key=key, due=due, defaults={"arguments": arguments, "asked_by": actor.id}
    )
    return row
