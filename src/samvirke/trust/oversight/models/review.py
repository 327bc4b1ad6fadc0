"""A supervisor has looked at a deed in the trail and said what they made of it (Danish: gennemsyn)."""

from __future__ import annotations

from django.db import models


class Review(models.Model):
    """One a deed. Like the trail it has no foreign keys: neither line nor account can be deleted away under it."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    note = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~models.Q(note=""), name="review_says_something")]
