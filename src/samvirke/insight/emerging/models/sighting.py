"""What a signal was in one week: where, since when, how many against how many expected, and how rare that is."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from samvirke.insight.emerging.models.look import Look
from samvirke.insight.emerging.models.signal import Signal


class Sighting(models.Model):
    """One a look. The circle is told in metres of the district, half a kilometre wide at least, or not at all."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    signal = models.ForeignKey(Signal, models.CASCADE, related_name="sightings")
    look = models.ForeignKey(Look, models.PROTECT, related_name="sightings")
    begins = models.DateField()
    observed = models.PositiveIntegerField()
    expected = models.FloatField()
    p = models.FloatField()
    recurrence_days = models.FloatField()
    n = models.PositiveIntegerField()
    x = models.FloatField(null=True)
    y = models.FloatField(null=True)
    radius = models.FloatField(null=True)
    weeks = models.JSONField()
    usual = models.JSONField()

    class Meta:
        ordering = ["look__until"]
        constraints = [
            models.UniqueConstraint(fields=["signal", "look"], name="seen_once_a_look"),
            models.CheckConstraint(
                condition=Q(x__isnull=True, y__isnull=True, radius__isnull=True)
                | Q(x__isnull=False, y__isnull=False, radius__gte=500),
                name="no_circle_is_a_home",
            ),
            models.CheckConstraint(
                condition=Q(p__gt=0, p__lte=1, expected__gte=0, observed__gte=3, n__gte=F("observed")),
                name="sighting_has_its_numbers",
            ),
        ]
