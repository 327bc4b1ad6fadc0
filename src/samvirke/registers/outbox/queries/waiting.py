"""The messages that wait to be brought out."""

from __future__ import annotations

import uuid

from django.db.models import Q, QuerySet

from samvirke.registers.outbox.models import Message
from samvirke.registers.outbox.models.message import WAITING
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import may


def waiting(actor: Actor, after: uuid.UUID | None = None) -> QuerySet[Message]:
    """All of them, those after one in the order of their ids; nothing for whoever does not deliver."""
    rows = Message.objects.filter(Q(state=WAITING), *([Q(pk__gt=after)] if after else [])).order_by("pk")
    return rows if may(actor, "outbox.deliver") else rows.none()
