"""A series of numbers that is printed in a plan or counted by hand, such as completed mediations a year."""

from __future__ import annotations

from django.db import models

from samvirke.foundation.words import Words
from samvirke.registers.places.models import District, Municipality


class Series(models.Model):
    """A hand-kept series of a district. A share carries `n` with each point."""

    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="series")
    slug = models.SlugField(max_length=80)
    title = models.JSONField()
    unit = models.JSONField()
    origin = models.JSONField(default=dict)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["district", "slug"], name="series_once")]

    @property
    def words(self) -> Words:
        """The title in its languages."""
        return Words.of(self.title)


class Point(models.Model):
    """One value of a series, for a period ("2023" or "2024Q2") and a municipality, or the whole district."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="points")
    period = models.CharField(max_length=10)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, related_name="+")
    value = models.FloatField()
    n = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["period"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "period", "municipality"],
                condition=models.Q(municipality__isnull=False),
                name="series_point_once_in_a_municipality",
            ),
            models.UniqueConstraint(
                fields=["series", "period"],
                condition=models.Q(municipality__isnull=True),
                name="series_point_once_in_the_district",
            ),
            models.CheckConstraint(condition=models.Q(value__gte=0), name="series_point_not_negative"),
        ]
