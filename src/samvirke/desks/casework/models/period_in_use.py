"""A period that a district has entered where the law gives none: how long a stage may last, how long a case is kept."""

from __future__ import annotations

import uuid

from django.db import models


class PeriodInUse(models.Model):
    """`what` is `stage:<name>`, `keep`, or `keep:<outcome>`; `agency` narrows it to one controller.

    `reference` says who decided it and where.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district_id = models.SlugField(max_length=80)
    case_type = models.SlugField(max_length=80)
    what = models.CharField(max_length=120)
    agency_id = models.SlugField(max_length=80, blank=True)
    days = models.PositiveIntegerField()
    reference = models.CharField(max_length=300)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["district_id", "case_type", "what", "agency_id"],
                condition=models.Q(until__isnull=True),
                name="period_in_use_once",
            ),
            models.CheckConstraint(condition=models.Q(days__gt=0), name="period_in_use_is_some_days"),
            models.CheckConstraint(condition=~models.Q(reference=""), name="period_in_use_with_reference"),
        ]
