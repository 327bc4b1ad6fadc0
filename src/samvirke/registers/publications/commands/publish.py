"""Puts an artefact before the public, once: the same id again changes nothing."""

from __future__ import annotations

import hashlib
import json
import secrets
import uuid
from typing import Any

from django.db import models, router, transaction

from samvirke.foundation.clock import now
from samvirke.registers.publications.models import Publication

_GENESIS = "0" * 64


def publish(
    publication_id: uuid.UUID, *, kind: str, slug: str, edition: int, title: dict[str, str], content: dict[str, Any]
) -> Publication:
    """Add the artefact to the public chain. Idempotent by id, so that a push may be repeated after a crash."""
    with transaction.atomic(using=router.db_for_write(Publication)):
        there = Publication.objects.filter(pk=publication_id).first()
        if there is not None:
            return there
        last = Publication.objects.order_by("-seq").first()
        seq, before = (last.seq + 1, last.hash) if last else (1, _GENESIS)
        return Publication.objects.create(
            id=publication_id,
            kind=kind,
            slug=slug,
            edition=edition,
            title=title,
            content=content,
            published_at=now(),
            receipt=secrets.token_hex(16),
            seq=seq,
            before=before,
            hash=artefact_hash(seq, before, kind, slug, edition, title, content),
        )


def artefact_hash(
    seq: int, before: str, kind: str, slug: str, edition: int, title: dict[str, str], content: dict[str, Any]
) -> str:
    """SHA-256 over the canonical JSON of an artefact and the one before it."""
    chained = json.dumps(
        [seq, before, kind, slug, edition, title, content], sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return hashlib.sha256(chained.encode()).hexdigest()


def chain_is_whole() -> bool:
    """Whether every artefact is as it was published."""
    before = _GENESIS
    rows: models.QuerySet[Publication] = Publication.objects.order_by("seq")
    for row in rows:
        if row.before != before or row.hash != artefact_hash(
            row.seq, before, row.kind, row.slug, row.edition, row.title, row.content
        ):
            return False
        before = row.hash
    return True
