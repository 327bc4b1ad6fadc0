"""Lets go of a paper that was kept by mistake; its file goes with the next sweep of files that no row speaks of."""

from __future__ import annotations

from samvirke.registers.documents.models import Document
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("documents.drop", on="document")
def drop_document(actor: Actor, *, document: Document) -> None:
    """The row goes, and the trail keeps that it was there. What still leads to it must be gone before."""
    note(document, paper=document.kind)
    document.delete()
