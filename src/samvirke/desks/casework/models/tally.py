"""A count that stays when a case is gone: what happened, where and in which month, with nobody in it."""

from __future__ import annotations

import uuid

from django.db import models


class Tally(models.Model):
    """One happening: a stage entered or an outcome. `days` is how long the stage or the case had lasted by then.

    It has no key to the case and no day finer than the month.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district_id = models.SlugField(max_length=80)
    municipality = models.PositiveIntegerField(null=True)
    agency_id = models.SlugField(max_length=80)
    case_type = models.SlugField(max_length=80)
    what = models.CharField(max_length=130)
    month = models.DateField()
    days = models.PositiveIntegerField(null=True)
    invented = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["district_id", "case_type", "what", "month"], name="tally_series")]
