"""A secret address under which somebody's calendar fetches meetings, until they withdraw it."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.foundation.clock import now
from samvirke.registers.partners.models import Body
from samvirke.trust.identity.models import Account


class CalendarAddress(models.Model):
    """Whose it is, for one body or (without one) for all of their own meetings. Only a digest of the secret is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.CASCADE, null=True, related_name="+")
    sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]
