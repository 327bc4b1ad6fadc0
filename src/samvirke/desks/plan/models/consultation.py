"""A consultation round (høring) of a plan: whom it was sent to, until when, what they said and what came of it."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.plan.models.plan import Plan

OUTCOMES = ("taken-up", "partly", "not-taken-up", "noted")


class Consultation(models.Model):
    """One round. A plan that is changed much may have another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="consultations")
    opened_on = models.DateField()
    until = models.DateField()
    closed_on = models.DateField(null=True)

    class Meta:
        ordering = ["-opened_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("opened_on")), name="consultation_ends_after_it_opens"
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=models.Q(closed_on__isnull=True), name="one_open_consultation_of_a_plan"
            ),
        ]
