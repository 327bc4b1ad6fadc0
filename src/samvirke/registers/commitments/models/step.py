"""A step on a commitment's way besides its reports: recorded, changed, handed over, taken up by a meeting."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.foundation.clock import now
from samvirke.registers.commitments.models.commitment import Commitment
from samvirke.trust.identity.models import Account

RECORDED, CHANGED, HANDED_OVER, TAKEN_UP = KINDS = ("recorded", "changed", "handed-over", "taken-up")


class Step(models.Model):
    """What happened, on the business day `on`; `facts` say from what to what, by names of columns and ids."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="steps")
    what = models.CharField(max_length=12)
    on = models.DateField()
    at = models.DateTimeField(default=now)
    facts = models.JSONField(default=dict)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(what__in=KINDS), name="step_of_known_kind")]
        indexes = [models.Index(fields=["commitment", "at"], name="step_course"), models.Index(fields=["at"])]
