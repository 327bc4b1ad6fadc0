"""Puts work in the queue, in the same transaction as the deed that asks for it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from samvirke.foundation.clock import now
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import declared
from samvirke.trust.jobs.models import Job


def enqueue(
    actor: Actor, work: str, arguments: dict[str, Any] | None = None, *, key: str = "", due: datetime | None = None
) -> Job:
    """Ask for declared work. With a `due` time, the same name, key and time give one row however often it is asked."""
    declared(work)
    if due is None:
        return Job.objects.create(name=work, key=key, due=now(), arguments=arguments or {}, asked_by=actor.id)
    row, _made = Job.objects.get_or_create(
        name=work, key=key, due=due, defaults={"arguments": arguments or {}, "asked_by": actor.id}
    )
    return row
