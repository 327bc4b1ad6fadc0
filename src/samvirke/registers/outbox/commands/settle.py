"""Writes down how the delivery of some messages went."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import timedelta

from samvirke.foundation.clock import now
from samvirke.foundation.words import Said
from samvirke.registers.outbox.models import Message
from samvirke.registers.outbox.models.message import DELIVERED, FAILED, WAITING
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.jobs.commands.enqueue import enqueue

_TRIES = 5
_NEXT_TRY = timedelta(minutes=5)


@command("outbox.deliver")
def settle(actor: Actor, *, outcomes: Mapping[uuid.UUID, Said | None]) -> None:
    """Each message with what went wrong, or with nothing when it was delivered.

    What went wrong is tried again five minutes later, five times in all; then it has failed and says why.
    """
    rows = list(Message.objects.select_for_update().filter(pk__in=outcomes, state=WAITING))
    for row in rows:
        wrong = outcomes[row.pk]
        row.attempts += 1
        row.said_wrong = wrong.stored() if wrong else []
        if wrong is None:
            row.state, row.delivered_at = DELIVERED, now()
        elif row.attempts >= _TRIES:
            row.state = FAILED
    Message.objects.bulk_update(rows, ["state", "attempts", "delivered_at", "said_wrong"])
    if any(row.state == WAITING for row in rows):
        enqueue(actor, "outbox.deliver", due=now() + _NEXT_TRY)
    note(delivered=sum(row.state == DELIVERED for row in rows), failed=sum(row.state == FAILED for row in rows))
