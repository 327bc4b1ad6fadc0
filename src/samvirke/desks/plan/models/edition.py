"""An edition of a plan that has been published: what it said, and under which id the public has it."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.plan.models.plan import Plan


class Edition(models.Model):
    """A published edition is never changed; a later one is a new row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    published_on = models.DateField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="plan_edition_once")]
