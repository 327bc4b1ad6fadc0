"""A restricted paper that belongs to a place, such as a plan for unrest: who owns it and where it is, not its text."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from samvirke.desks.designations.models.designation import Designation
from samvirke.trust.identity.models import Agency


class RestrictedPlan(models.Model):
    """Its owner, where the police keep it, when it was reviewed and when it is again; what it says is never here."""

    designation = models.OneToOneField(
        Designation, on_delete=models.PROTECT, primary_key=True, related_name="restricted_plan"
    )
    owner = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    kept_where = models.CharField(max_length=200)
    reviewed_on = models.DateField()
    review_by = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(kept_where=""), name="restricted_plan_is_kept_somewhere"),
            models.CheckConstraint(
                condition=Q(review_by__gt=F("reviewed_on")), name="restricted_plan_is_reviewed_again"
            ),
        ]

    @property
    def district_id(self) -> str:
        """The district of its place, for the rules."""
        return self.designation.district_id
