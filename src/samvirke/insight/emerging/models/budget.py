"""How many false alarms a year a district accepts from its weekly looks, who decided it, and since when."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.insight.emerging.engine.promise import LEAST_ALARMS, MOST_ALARMS
from samvirke.registers.places.models import District


class Budget(models.Model):
    """Entered once for each decision; the newest is in force. `with_discovered` looks at what the police find too."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, models.PROTECT, related_name="+")
    alarms_per_year = models.FloatField()
    with_discovered = models.BooleanField(default=False)
    reference = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["district"], condition=Q(until__isnull=True), name="budget_once_in_a_district"
            ),
            models.CheckConstraint(
                condition=Q(alarms_per_year__gte=LEAST_ALARMS, alarms_per_year__lte=MOST_ALARMS),
                name="budget_of_some_alarms",
            ),
            models.CheckConstraint(condition=~Q(reference=""), name="budget_with_a_reference"),
        ]
