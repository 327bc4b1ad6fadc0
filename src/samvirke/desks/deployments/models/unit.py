"""A unit (enhed) that can be sent somewhere: a patrol, a van, a station on wheels, a team; never a person."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Agency


class Unit(models.Model):
    """Its name, and the agency that it belongs to; one that is no longer used keeps what it did."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="units")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    closed_on = models.DateField(null=True)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["district", "name"], name="unit_once_in_a_district"),
            models.CheckConstraint(condition=~Q(name=""), name="unit_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
