"""What was found (fund) at a deployment: a count or an answer, by the name that its kind declares."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.desks.deployments.models.deployment import Deployment


class Finding(models.Model):
    """A number or a choice, never a person; neither where it was not counted, which is not zero."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    deployment = models.ForeignKey(Deployment, on_delete=models.PROTECT, related_name="findings")
    name = models.SlugField(max_length=40)
    value = models.PositiveIntegerField(null=True)
    choice = models.SlugField(max_length=40, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["deployment", "name"], name="finding_once_by_its_name"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(choice=""), name="finding_is_a_number_or_a_choice"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="finding_has_a_name"),
        ]
