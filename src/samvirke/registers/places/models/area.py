"""A place that a plan names for something, and a town by name: neither has a border here."""

from __future__ import annotations

from django.db import models

from samvirke.foundation.words import Words
from samvirke.registers.places.models.district import District
from samvirke.registers.places.models.municipality import Municipality


class Area(models.Model):
    """An exposed housing area, a nightlife zone or a town with safety cameras, as a plan names it."""

    id = models.SlugField(primary_key=True, max_length=80)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="areas")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    kind = models.SlugField(max_length=40)
    name = models.JSONField()
    note = models.JSONField(default=dict)
    origin = models.JSONField(default=dict)

    class Meta:
        ordering = ["kind", "id"]

    @property
    def words(self) -> Words:
        """The name in its languages."""
        return Words.of(self.name)


class Town(models.Model):
    """A town's name and about where it lies, in metres of the district's CRS: to label maps, not to measure."""

    district = models.ForeignKey(District, on_delete=models.CASCADE, related_name="towns")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    x = models.FloatField()
    y = models.FloatField()

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["district", "municipality", "name"], name="town_once")]
