"""A school (skole) of a municipality, for duties that are owed for each school; entered by the district."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.registers.places.models import District, Municipality


class School(models.Model):
    """Its name is unique in its municipality; one that has closed keeps what was done there."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    closed_on = models.DateField(null=True)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "name"], name="school_once_in_a_municipality"),
            models.CheckConstraint(condition=~models.Q(name=""), name="school_has_a_name"),
        ]
