"""An approval: a party has said yes to a plan as it read then."""

from __future__ import annotations

from datetime import date

from django.db import models

from samvirke.desks.plan.models.party import Party
from samvirke.foundation.clock import COPENHAGEN
from samvirke.trust.identity.models import Account


class Approval(models.Model):
    """Who approved for which party, and the hash of what was approved; a later text needs a new one."""

    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="approvals")
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    on = models.DateField(null=True)

    @property
    def day(self) -> date:
        """The business day of it; of an approval from before that was kept, the day in Copenhagen."""
        return self.on or self.at.astimezone(COPENHAGEN).date()

    class Meta:
        ordering = ["-at"]
        constraints = [models.UniqueConstraint(fields=["party", "sha256"], name="text_approved_once_by_a_party")]
