"""A comment on a section, until an editor has settled it."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.plan.models.section import Section
from samvirke.trust.identity.models import Account, Agency


class Comment(models.Model):
    """What somebody thinks of a section. It names no citizen: a plan is of general matters."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="comments")
    text = models.CharField(max_length=2000)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at"]
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="comment_says_something")]
