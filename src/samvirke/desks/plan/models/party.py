"""A party of a plan: an agency whose approval it needs before it can be signed."""

from __future__ import annotations

from django.db import models

from samvirke.desks.plan.models.plan import Plan
from samvirke.trust.identity.models import Agency


class Party(models.Model):
    """Police or municipality with a seat at the table that makes the plan."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="parties")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "agency"], name="party_of_a_plan_once")]

    @property
    def district_id(self) -> str:
        """The district of the plan, for rules that ask."""
        return str(self.plan.district_id)
