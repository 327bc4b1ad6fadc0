"""Appends lines to the trail, inside the transaction of the deed they tell of."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from django.db import transaction

from samvirke.foundation.clock import now
from samvirke.trust.audit.entry import Entry, line_hash, only_lasting, side_digest
from samvirke.trust.audit.models import Head, Line, Side


def append(entries: Iterable[Entry]) -> None:
    """Chain the entries to the trail. Fails when called outside a transaction: no deed without its trail."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("the trail is written inside the transaction of the deed")
    Head.objects.get_or_create(id=1)
    head = Head.objects.select_for_update().get(id=1)
    for entry in entries:
        _append_one(head, entry)
    head.save(update_fields=["seq", "hash"])


def _append_one(head: Head, entry: Entry) -> None:
    only_lasting(entry.facts, entry.personal)
    salt, moment = secrets.token_hex(16) if entry.personal else "", now()
    line = {
        "seq": head.seq + 1,
        "at": moment.isoformat(),
        "actor": entry.actor,
        "agency": entry.agency,
        "action": entry.action,
        "decision": entry.decision,
        "ground": entry.ground[:300],
        "things": entry.things,
        "facts": entry.facts,
        "purpose": entry.purpose,
        "basis": entry.basis,
        "channel": entry.channel,
        "policy": entry.policy,
        "side_digest": side_digest(salt, entry.personal) if entry.personal else "",
        "before": head.hash,
    }
    head.seq, head.hash = head.seq + 1, line_hash(line)
    Line.objects.create(**line, hash=head.hash)
    if entry.personal:
        Side.objects.create(seq=head.seq, at=moment, salt=salt, content=entry.personal)
