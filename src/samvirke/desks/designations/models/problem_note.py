"""What was seen, found or done about a local problem in one of its steps: it is added, and never changed."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.desks.designations.models.problem import STAGES, Problem
from samvirke.foundation.clock import now
from samvirke.trust.identity.models import Account


class ProblemNote(models.Model):
    """In which step, on which day, and by whom."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="notes")
    stage = models.CharField(max_length=8)
    said = models.TextField()
    on = models.DateField()
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(said="") & Q(stage__in=STAGES), name="problem_note_says_something"),
        ]
