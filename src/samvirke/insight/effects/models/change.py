"""A change of a design after it was fixed: what it said before, what it says now, and why."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.insight.effects.models.design import Design
from samvirke.trust.identity.models import Account


class Change(models.Model):
    """It is added and never altered. `looked` says that an estimate had been made by then."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    design = models.ForeignKey(Design, on_delete=models.PROTECT, related_name="changes")
    version = models.PositiveIntegerField()
    on = models.DateField()
    why = models.TextField()
    was = models.JSONField()
    now = models.JSONField()
    looked = models.BooleanField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(fields=["design", "version"], name="design_changed_once_a_version"),
            models.CheckConstraint(condition=~Q(why=""), name="design_changed_for_a_reason"),
        ]

    @property
    def district_id(self) -> str:
        """The district of its design, for the rules."""
        return self.design.district_id
