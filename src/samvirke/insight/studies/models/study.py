"""A study: one analysis of the incidents of an area and a period, kept with all that it takes to do it again."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from samvirke.registers.places.models import District


class Study(models.Model):
    """What was asked, of which versions of the data, by what method, and what came of it.

    What was asked never changes; the answer is written once. A study that is done again because the data were
    corrected is a new row that `replaces` the old one. `digest` is SHA-256 over every input in its order. `beside` is
    what else was given: what is to be placed (`for`), and where such things stand today (`standing`, in metres).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, models.PROTECT, related_name="studies")
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=120, blank=True)
    categories = models.JSONField()
    area = models.PositiveIntegerField(null=True)
    first = models.DateField()
    after = models.DateField()
    parameters = models.JSONField()
    beside = models.JSONField(default=dict)
    seed = models.PositiveBigIntegerField()
    keep_current = models.BooleanField(default=False)
    made_from = models.JSONField()
    asked_by = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    job_id = models.UUIDField(null=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")

    method_version = models.PositiveSmallIntegerField(null=True)
    program_version = models.CharField(max_length=40, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    n = models.PositiveBigIntegerField(null=True)
    seconds = models.FloatField(null=True)
    ran_on = models.CharField(max_length=120, blank=True)
    answer = models.JSONField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first__lt=models.F("after")), name="study_period_not_empty"),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, answer__isnull=True, digest="")
                | Q(finished_at__isnull=False, answer__isnull=False, n__isnull=False, seconds__gte=0)
                & ~Q(digest="")
                & Q(method_version__isnull=False),
                name="study_answered_whole_or_not_at_all",
            ),
        ]
        indexes = [models.Index(fields=["district", "-asked_at"], name="study_newest")]

    @property
    def is_answered(self) -> bool:
        """Whether it has its answer."""
        return self.finished_at is not None

    @property
    def found(self) -> dict[str, Any]:
        """The answer: `result` as data, and `shown` by language; empty while there is none."""
        return self.answer or {}

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
