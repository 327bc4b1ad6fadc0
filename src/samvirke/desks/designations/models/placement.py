"""A choice of places (placering) by people, beside what a study proposed, with the reason for it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Account


class Placement(models.Model):
    """Which of the proposed sites of a study were taken, and why; it is added, and never changed.

    `sites` are a list of `{"number", "longitude", "latitude", "taken"}`. `figures` are what the study says of its
    choice and of what stood then: `{"k", "n", "share", "mean_distance", "gap", "present_share", "present_distance"}`;
    a share is of the incidents within reach. `kind` is the name of what is placed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="+")
    kind = models.SlugField(max_length=40)
    study = models.UUIDField()
    sites = models.JSONField()
    figures = models.JSONField()
    reason = models.TextField()
    chosen_on = models.DateField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-chosen_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["study"], name="placement_once_a_study"),
            models.CheckConstraint(condition=~Q(reason="") & ~Q(kind=""), name="placement_for_a_reason"),
        ]

    @property
    def taken(self) -> int:
        """How many of the proposed sites were taken."""
        return sum(bool(one["taken"]) for one in self.sites)
