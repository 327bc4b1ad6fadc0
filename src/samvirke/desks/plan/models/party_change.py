"""Who has to approve a plan, or no longer has to: what was changed by hand, by whom and why."""

from __future__ import annotations

from django.db import models

from samvirke.desks.plan.models.plan import Plan
from samvirke.trust.identity.models import Account, Agency


class PartyChange(models.Model):
    """An agency was made a party of a plan, or was left out. Rows are only added; the newest of an agency counts."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="party_changes")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    named = models.BooleanField()
    why = models.CharField(max_length=500)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(why=""), name="party_changed_for_a_reason")]
