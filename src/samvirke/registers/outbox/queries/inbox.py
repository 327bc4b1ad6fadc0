"""Somebody's inbox: what was sent to their account and to the posts they hold."""

from __future__ import annotations

import uuid

from django.db.models import Exists, OuterRef, QuerySet

from samvirke.registers.outbox.models import Message, Reading
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible


def inbox(actor: Actor) -> QuerySet[Message]:
    """What they have not read, the newest first."""
    return _sent_to(actor, read=False)


def already_read(actor: Actor) -> QuerySet[Message]:
    """What they have read, the newest first."""
    return _sent_to(actor, read=True)


def sent_to(actor: Actor, message_id: uuid.UUID) -> Message | None:
    """One message, read or not, or nothing when it was sent to others."""
    return visible(actor, "outbox.read", Message.objects.filter(pk=message_id)).first()


def _sent_to(actor: Actor, read: bool) -> QuerySet[Message]:
    if actor.kind != "account":
        return Message.objects.none()
    mine = Reading.objects.filter(message=OuterRef("pk"), account_id=actor.id)
    rows = Message.objects.filter(Exists(mine) if read else ~Exists(mine))
    return visible(actor, "outbox.read", rows).order_by("-at", "pk")
