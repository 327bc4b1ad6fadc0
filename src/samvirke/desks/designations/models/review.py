"""A review (opfølgning) of a designation: due on a day, held on another, with what was found and what follows."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from samvirke.desks.designations.engine.kind import LEVELS
from samvirke.desks.designations.models.designation import Designation
from samvirke.trust.identity.models import Account

GOES_ON, CHANGES, RENEW, END, CANNOT_TELL = CONCLUSIONS = ("goes-on", "changes", "renew", "end", "cannot-tell")


class Review(models.Model):
    """That somebody looked at the place again. `due` is the day on which it should have been."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    designation = models.ForeignKey(Designation, on_delete=models.PROTECT, related_name="reviews")
    due = models.DateField()
    held_on = models.DateField()
    found = models.TextField()
    conclusion = models.CharField(max_length=12)
    level = models.CharField(max_length=6, blank=True)
    next_review = models.DateField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["held_on", "due", "id"]
        constraints = [
            models.UniqueConstraint(fields=["designation", "held_on"], name="designation_reviewed_once_a_day"),
            models.CheckConstraint(condition=~Q(found=""), name="review_found_something"),
            models.CheckConstraint(condition=Q(conclusion__in=CONCLUSIONS), name="review_with_known_conclusion"),
            models.CheckConstraint(condition=Q(level__in=["", *LEVELS]), name="review_of_known_level"),
            models.CheckConstraint(condition=Q(next_review__gt=F("held_on")), name="review_says_when_next"),
        ]
