"""A seal: nobody but the agency that sealed the case sees it, on any channel, until two people have opened it."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.models.case import Case
from samvirke.trust.identity.models import Account, Agency


class Seal(models.Model):
    """One asks for it to be opened, another agrees."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="seals")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="seals")
    reason = models.CharField(max_length=300)
    since = models.DateTimeField()
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="asked_to_unseal")
    opened_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="unsealed")
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=models.Q(until__isnull=True), name="seal_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="seal_for_a_reason"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True, opened_by__isnull=True)
                | (
                    models.Q(until__isnull=False, asked_by__isnull=False, opened_by__isnull=False)
                    & ~models.Q(asked_by=models.F("opened_by"))
                ),
                name="seal_opened_by_two",
            ),
        ]
