"""An agency asks another for something; the holder may decline and owes no reason."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models

from samvirke.desks.casework.models.case import Case
from samvirke.foundation.clock import now
from samvirke.trust.identity.models import Account, Agency

OPEN, ANSWERED, DECLINED = STATES = ("open", "answered", "declined")


class Ask(models.Model):
    """What is wanted and why; an answer is a disclosure."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="asks")
    asker = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="asked")
    holder = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="was_asked")
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="asked")
    section = models.CharField(max_length=60)
    why = models.CharField(max_length=1000)
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, default=OPEN)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="ask_in_known_state"),
            models.CheckConstraint(condition=~models.Q(why=""), name="ask_says_why"),
            models.CheckConstraint(condition=~models.Q(asker=models.F("holder")), name="ask_another"),
            models.CheckConstraint(
                condition=models.Q(state=OPEN, answered_at__isnull=True)
                | (~models.Q(state=OPEN) & models.Q(answered_at__isnull=False)),
                name="ask_answered_at_a_time",
            ),
        ]


def answered() -> dict[str, Any]:
    """The values of one that is answered now."""
    return {"state": ANSWERED, "answered_at": now()}
