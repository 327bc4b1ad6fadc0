"""An approval: a party has said yes to a plan as it read then."""

from __future__ import annotations

from django.db import models

from samvirke.desks.plan.models.party import Party
from samvirke.trust.identity.models import Account


class Approval(models.Model):
    """Who approved for which party, and the hash of what was approved; a later text needs a new one."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="approvals")
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["party", "sha256"], name="text_approved_once_by_a_party")]
