"""Appends lines to the trail, inside the transaction of the deed they tell of."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from samvirke.foundation.clock import now
from samvirke.trust.audit.entry import VERSION, Entry, line_hash, only_lasting, side_digest
from samvirke.trust.audit.models import Head, Line, Side, Subject
from samvirke.trust.audit.subjects import split


def append(entries: Iterable[Entry]) -> None:
    """Chain the entries to the trail. Fails when called outside a transaction: no deed without its trail."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("the trail is written inside the transaction of the deed")
    head = _locked_head()
    for entry in entries:
        _append_one(head, entry)
    head.save(update_fields=["seq", "hash"])


def _locked_head() -> Head:
    """The head, which nobody else can move until the deed has been committed; the first deed makes it."""
    head = Head.objects.select_for_update().filter(id=1).first()
    if head is None:
        Head.objects.get_or_create(id=1)
        return Head.objects.select_for_update().get(id=1)
    return head


def _append_one(head: Head, entry: Entry) -> None:
    subjects = sorted(set(entry.subjects))
    personal = entry.personal | ({"subjects": subjects} if subjects else {})
    only_lasting(entry.facts, personal)
    salt, moment = secrets.token_hex(16) if personal else "", now()
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
        "version": VERSION,
        "kind": entry.kind,
        "recipients": sorted(set(entry.recipients)),
        "side_digest": side_digest(salt, personal) if personal else "",
        "before": head.hash,
    }
    head.seq, head.hash = head.seq + 1, line_hash(line)
    Line.objects.create(**line, hash=head.hash)
    if personal:
        Side.objects.create(seq=head.seq, at=moment, salt=salt, content=personal)
    Subject.objects.bulk_create(_subject(head.seq, moment, one) for one in subjects)


def _subject(seq: int, at: datetime, subject: str) -> Subject:
    key_id, digest = split(subject)
    return Subject(seq=seq, digest=digest, key_id=key_id, at=at)
