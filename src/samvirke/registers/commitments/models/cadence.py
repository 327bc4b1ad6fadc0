"""How often a body owes a duty, entered with who decided it, where neither law nor plan states a number."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.registers.partners.models import Body


class Cadence(models.Model):
    """A number in force until another is entered; nought says that the duty is not owed here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="cadences")
    duty = models.SlugField(max_length=80)
    times = models.PositiveSmallIntegerField()
    reference = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["body", "duty"], condition=models.Q(until__isnull=True), name="cadence_in_force_once"
            ),
            models.CheckConstraint(condition=~models.Q(reference=""), name="cadence_with_reference"),
        ]
