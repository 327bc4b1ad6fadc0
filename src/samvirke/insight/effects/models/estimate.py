"""An estimate (effektmål): what a design gave, of which versions of the data, kept with all it takes to do it again."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from samvirke.insight.effects.engine.judged import Ends, Judged
from samvirke.insight.effects.engine.sorts import VERDICTS
from samvirke.insight.effects.models.design import Design


class Estimate(models.Model):
    """Written once. One that is made again because the data were corrected is a new row that `replaces` the old.

    `digest` is SHA-256 over every input in its order; `design_version` is the design as it stood. `made_on` is the
    business date.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    design = models.ForeignKey(Design, on_delete=models.PROTECT, related_name="estimates")
    design_version = models.PositiveIntegerField()
    parameters = models.JSONField()
    made_from = models.JSONField()
    program_version = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    n = models.PositiveBigIntegerField()
    seconds = models.FloatField()
    verdict = models.CharField(max_length=12)
    result = models.JSONField()
    made_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")

    class Meta:
        ordering = ["-made_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(verdict__in=VERDICTS), name="estimate_with_known_verdict"),
            models.CheckConstraint(condition=~Q(digest="") & Q(seconds__gte=0), name="estimate_says_what_it_is_from"),
        ]

    @property
    def district_id(self) -> str:
        """The district of its design, for the rules."""
        return self.design.district_id

    @property
    def judged(self) -> Judged:
        """The result as it was found."""
        told: dict[str, Any] = dict(self.result)
        for name in ("ratio", "difference", "moved", "prevented", "trend"):
            told[name] = Ends(**told[name])
        return Judged(**{**told, "notes": tuple(told["notes"])})

    def __str__(self) -> str:
        return f"{self.verdict} {self.pk}"
