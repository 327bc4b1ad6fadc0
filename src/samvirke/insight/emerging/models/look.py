"""One look: all watched offence types of a district in the week that ended on a day, against one promise."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.registers.places.models import District


class Look(models.Model):
    """Made once for each week; what was looked at, in which versions of the data, and how rare was rare enough.

    `series` are the offence types, `n` their reports in the years behind, `silent` clusters that were rare and too
    small to tell.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, models.PROTECT, related_name="+")
    until = models.DateField()
    looked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=120)
    series = models.JSONField()
    alarms_per_year = models.FloatField()
    alarm_p = models.FloatField()
    by_chance = models.FloatField()
    n = models.PositiveBigIntegerField()
    parameters = models.JSONField()
    made_from = models.JSONField()
    method_version = models.PositiveSmallIntegerField()
    program_version = models.CharField(max_length=40)
    seconds = models.FloatField()

    class Meta:
        ordering = ["-until"]
        constraints = [models.UniqueConstraint(fields=["district", "until"], name="one_look_a_week")]
