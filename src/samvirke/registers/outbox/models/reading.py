"""Somebody has read a message; the others it was sent to have not."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.foundation.clock import now
from samvirke.registers.outbox.models.message import Message
from samvirke.trust.identity.models import Account


class Reading(models.Model):
    """One account and one message."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="readings")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["message", "account"], name="message_read_once")]
