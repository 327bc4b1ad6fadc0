"""A police district (politikreds): its coordinates, its time zone, and whether its folder has been loaded."""

from __future__ import annotations

from django.db import models

from samvirke.foundation.words import Words


class District(models.Model):
    """One of the country's police districts, or an example abroad.

    `crs` is the projected system that its coordinates are in (metres); `extent` is west, south, east, north in
    WGS84 degrees, a rough net for slips. Both are empty until the district's own folder is loaded. `license` is the
    address of the licence under which what it publishes may be used; empty where nobody has said.
    """

    id = models.SlugField(primary_key=True, max_length=80)
    name = models.JSONField()
    country = models.CharField(max_length=2)
    police_id = models.SlugField(max_length=80, blank=True)
    language = models.CharField(max_length=5, default="da")
    crs = models.CharField(max_length=40, blank=True)
    time_zone = models.CharField(max_length=60, blank=True)
    extent = models.JSONField(default=list)
    license = models.CharField(max_length=300, blank=True)
    harm_weights = models.CharField(max_length=80, blank=True)
    invented = models.BooleanField(default=False)
    loaded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(loaded_at__isnull=True) | (~models.Q(crs="") & ~models.Q(time_zone="")),
                name="loaded_district_has_crs_and_zone",
            )
        ]

    @property
    def words(self) -> Words:
        """The name in its languages."""
        return Words.of(self.name)

    @property
    def district_id(self) -> str:
        """Its own id, so that a rule reads the same fact of a district as of what lies in it."""
        return self.id

    def __str__(self) -> str:
        return self.id
