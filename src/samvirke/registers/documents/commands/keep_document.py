"""Keeps a paper: the file first, then its row, so that no row is without its file."""

from __future__ import annotations

import hashlib
from typing import Any

from samvirke.foundation.clock import now
from samvirke.foundation.words import Words
from samvirke.registers.documents.files import put
from samvirke.registers.documents.models import Document
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("documents.keep", on="body")
def keep_document(
    actor: Actor,
    *,
    body: Body,
    kind: str,
    title: Words,
    period: str,
    language: str,
    media_type: str,
    file_name: str,
    content: bytes,
    made_from: dict[str, Any],
) -> Document:
    """Encrypt and keep a paper of a body; `made_from` names the versions of the data it was made from."""
    stored_as, key_id = put(content)
    document = Document.objects.create(
        kind=kind,
        body=body,
        title=title.stored(),
        period=period,
        language=language,
        media_type=media_type,
        file_name=file_name,
        stored_as=stored_as,
        key_id=key_id,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        made_at=now(),
        made_by=actor.id,
        made_from=made_from,
    )
    note(document, paper=kind, period=period)
    return document
