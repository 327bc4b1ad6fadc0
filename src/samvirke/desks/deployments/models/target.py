"""A target (resultatmål) that a district has entered for a kind of deployment and a year, with who decided it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from samvirke.desks.deployments.engine.kind import PER
from samvirke.registers.places.models import District


class Target(models.Model):
    """So many of what is counted each week of the year, or in the whole year."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="+")
    kind = models.SlugField(max_length=40)
    counted = models.SlugField(max_length=40)
    per = models.CharField(max_length=4)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    reference = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["kind", "counted", "since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "kind", "counted", "per", "year"],
                condition=Q(until__isnull=True),
                name="target_once_a_year",
            ),
            models.CheckConstraint(condition=Q(per__in=PER), name="target_each_week_or_year"),
            models.CheckConstraint(condition=Q(number__gte=1), name="target_of_some_number"),
            models.CheckConstraint(condition=~Q(reference=""), name="target_with_a_reference"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="target_ends_after_it_begins"
            ),
        ]
