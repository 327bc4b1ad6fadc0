"""Evidence for a designation, frozen as it stood on a day: it is added, and never changed."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from samvirke.desks.designations.models.designation import Designation
from samvirke.trust.identity.models import Account


class Evidence(models.Model):
    """What showed it: from which data, by which analysis with which parameters, and the figures with n and interval.

    `figures` are a list of `{"name", "sort", "value", "n", "low", "high"}`. `police_count` and `hospital_count` are two
    counts of the same accidents, where they are given. `digest` is a SHA-256 of everything that it says; the database
    refuses every change. `term` is the naming that it came before: what is frozen while a place is in force shows its
    effect, and carries its renewal.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    designation = models.ForeignKey(Designation, on_delete=models.PROTECT, related_name="evidence")
    term = models.PositiveSmallIntegerField()
    frozen_on = models.DateField()
    says = models.TextField()
    data = models.CharField(max_length=200)
    data_from = models.DateField()
    data_until = models.DateField()
    analysis = models.CharField(max_length=200)
    parameters = models.JSONField(default=dict)
    figures = models.JSONField(default=list)
    police_count = models.PositiveIntegerField(null=True)
    hospital_count = models.PositiveIntegerField(null=True)
    is_baseline = models.BooleanField(default=False)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["frozen_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["designation", "digest"], name="evidence_once"),
            models.CheckConstraint(
                condition=~Q(says="") & ~Q(data="") & ~Q(analysis=""), name="evidence_says_what_it_rests_on"
            ),
            models.CheckConstraint(
                condition=Q(data_until__gte=F("data_from")) & Q(frozen_on__gte=F("data_until")),
                name="evidence_of_a_period_that_is_over",
            ),
        ]

    @property
    def district_id(self) -> str:
        """The district of its place, for the rules."""
        return self.designation.district_id
