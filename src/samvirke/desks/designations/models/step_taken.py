"""A step on the way of a designation: a stage that was reached, or its renewal, its end."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.designations.models.designation import Designation
from samvirke.foundation.clock import now
from samvirke.trust.identity.models import Account

# Besides the stages that the kind declares.
RENEWED, ENDED, WITHDRAWN = ("renewed", "ended", "withdrawn")


class StepTaken(models.Model):
    """Which stage, in which period, on which day; `facts` hold the period and the decision where it was named."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    designation = models.ForeignKey(Designation, on_delete=models.PROTECT, related_name="steps")
    term = models.PositiveSmallIntegerField()
    stage = models.SlugField(max_length=40)
    outcome = models.SlugField(max_length=40, blank=True)
    on = models.DateField()
    said = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["designation", "term", "stage"], name="designation_step_once_a_term"),
        ]
