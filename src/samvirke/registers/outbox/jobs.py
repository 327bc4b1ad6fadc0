"""Brings waiting messages out, as often as it takes, each with one effect."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import time, timedelta
from pathlib import Path
from typing import Any

from samvirke.foundation.words import DEFAULT_LANGUAGE, Said, _
from samvirke.registers.outbox.commands.settle import settle
from samvirke.registers.outbox.drop import drop, folder
from samvirke.registers.outbox.models import Message
from samvirke.registers.outbox.models.message import TO_ACCOUNT
from samvirke.registers.outbox.queries.waiting import waiting
from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Account
from samvirke.trust.jobs.declared import Progress, job, nightly

_BATCH = 200


@job("outbox.deliver", limit=timedelta(hours=2), tries=5)
def deliver(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Each batch is put outside first and marked afterwards: a crash in between repeats a drop that changes nothing."""
    handled, last = 0, None
    while batch := list(waiting(actor, after=last)[:_BATCH]):
        settle(actor, outcomes=_brought_out(batch))
        handled, last = handled + len(batch), batch[-1].pk
    return {"handled": handled}


def _brought_out(batch: Sequence[Message]) -> dict[uuid.UUID, Said | None]:
    """What went wrong with each, or nothing. Without a mail drop a message is delivered by lying in the inbox."""
    where = folder()
    if where is None:
        return dict.fromkeys(message.pk for message in batch)
    spoken = _languages(batch)
    return {message.pk: _dropped(message, where, spoken.get(message.to_id, DEFAULT_LANGUAGE)) for message in batch}


def _dropped(message: Message, where: Path, language: str) -> Said | None:
    try:
        drop(message, where, language)
    except OSError as error:
        return Said(_("The mail drop cannot be written ({why})."), {"why": error.strerror or type(error).__name__})
    return None


def _languages(batch: Sequence[Message]) -> dict[str, str]:
    people = [message.to_id for message in batch if message.to_kind == TO_ACCOUNT]
    return {str(pk): language for pk, language in Account.objects.filter(pk__in=people).values_list("pk", "language")}


# What was committed after its own delivery had begun, if nothing else has brought it along.
nightly("outbox.deliver", time(3, 40))
