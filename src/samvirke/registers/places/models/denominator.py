"""What counts are divided by: inhabitants and dwellings of a municipality in a year, each with its source."""

from __future__ import annotations

from django.db import models

from samvirke.registers.places.models.municipality import Municipality

KINDS = ("inhabitants", "dwellings")


class Denominator(models.Model):
    """A number of inhabitants or dwellings on 1 January of a year."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="denominators")
    kind = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField()
    source = models.CharField(max_length=300)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "kind", "year"], name="denominator_once_a_year"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="denominator_of_known_kind"),
            models.CheckConstraint(condition=models.Q(value__gt=0), name="denominator_above_zero"),
            models.CheckConstraint(condition=~models.Q(source=""), name="denominator_has_a_source"),
        ]
