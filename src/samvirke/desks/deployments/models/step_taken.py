"""A step in the course of a deployment: requested, planned, moved, done, corrected, cancelled or declined."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.desks.deployments.models.deployment import Deployment
from samvirke.foundation.clock import now
from samvirke.trust.identity.models import Account

REQUESTED, CHANGED, PLANNED, MOVED, DONE, CORRECTED, CANCELLED, DECLINED = STEPS = (
    "requested", "changed", "planned", "moved", "done", "corrected", "cancelled", "declined",
)  # fmt: skip


class StepTaken(models.Model):
    """What happened, on which day, and who wrote it; `facts` hold what the step changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=10)
    on = models.DateField()
    said = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.CheckConstraint(condition=Q(step__in=STEPS), name="deployment_step_of_known_sort")]
