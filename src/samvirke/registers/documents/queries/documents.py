"""The papers that somebody may read."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.registers.documents.files import get
from samvirke.registers.documents.models import Document
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask
from samvirke.trust.access.rules import visible


def documents(actor: Actor, kind: str) -> QuerySet[Document]:
    """Papers of a kind, the newest first."""
    bodies = visible(actor, "documents.read", Body.objects.all())
    return Document.objects.filter(kind=kind, body__in=bodies).select_related("body").order_by("-made_at")


def content_of(actor: Actor, document: Document) -> bytes:
    """The paper itself."""
    ask(actor, "documents.read", document)
    return get(document.stored_as, document.key_id)
