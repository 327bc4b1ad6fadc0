"""Brings every sealed number to the keys of today, batch by batch, after `samvirke keys rotate`."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.persons.commands.reseal_persons import reseal_persons
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import Progress, job


@job("persons.reseal", limit=timedelta(hours=6), tries=5)
def reseal(actor: Actor, progress: Progress, at_most: int = 500) -> dict[str, Any]:
    """Each batch is a deed of its own; killed in the middle, the next try goes on where it was.

    Raises `Refused` at the end when some numbers could not be read.
    """
    done = unreadable = 0
    last: uuid.UUID | None = None
    while True:
        batch = reseal_persons(actor, after=last, at_most=at_most)
        if batch.last is None:
            break
        done, unreadable, last = done + batch.done, unreadable + batch.unreadable, batch.last
    if unreadable:
        raise Refused.because(
            Said(_("{count} CPR numbers could not be read and were left as they are."), {"count": unreadable}),
            _("Restore the database and the folder of keys from backups of the same time."),
        )
    return {"resealed": done}
