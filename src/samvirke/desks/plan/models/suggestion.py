"""A suggestion (ændringsforslag): how somebody would have a section read, until an editor has answered it."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.plan.models.section import Section
from samvirke.trust.identity.models import Account, Agency

OPEN, ACCEPTED, DECLINED = STATES = ("open", "accepted", "declined")


class Suggestion(models.Model):
    """A proposed text, the text it was written against, and what became of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="suggestions")
    text = models.JSONField()
    against = models.JSONField(default=dict)
    against_version = models.PositiveIntegerField()
    why = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    state = models.CharField(max_length=10, default=OPEN)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="suggestion_in_known_state"),
            models.CheckConstraint(
                condition=models.Q(state=OPEN, decided_at__isnull=True)
                | (~models.Q(state=OPEN) & models.Q(decided_at__isnull=False)),
                name="suggestion_decided_at_a_moment",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=DECLINED) | ~models.Q(answer=""), name="suggestion_declined_with_a_reason"
            ),
        ]
