"""A correction (berigtigelse): a note to a decision whose minutes are approved; the decision itself stays as it was."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.meetings.models.decision import Decision
from samvirke.foundation.clock import now


class Correction(models.Model):
    """What is to be read together with a decision, from whom and since when. It is never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="corrections")
    text = models.TextField()
    at = models.DateTimeField(default=now)
    by = models.CharField(max_length=200)

    class Meta:
        ordering = ["at"]
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="correction_says_something")]
