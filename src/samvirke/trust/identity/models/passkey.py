"""A passkey: a key that never leaves somebody's own device, which asks for a finger, face or PIN before it signs."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.trust.identity.models.account import Account


class Passkey(models.Model):
    """The public half of a passkey, under the name its owner gave it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=100)
    credential = models.CharField(max_length=1400, unique=True)
    public = models.BinaryField()
    # How often the device says it has signed; 0 where it does not count.
    count = models.BigIntegerField(default=0)
    since = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
