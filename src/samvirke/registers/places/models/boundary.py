"""Boundaries of municipalities, in versions over time; the newest that has begun is in force."""

from __future__ import annotations

import uuid

import shapely
from django.db import models
from shapely.geometry.base import BaseGeometry


class BoundaryVersion(models.Model):
    """One delivery of boundaries. Schematic ones serve choropleths only, never the question "in which?"."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.CharField(max_length=300)
    valid_from = models.DateField()
    crs = models.CharField(max_length=40)
    schematic = models.BooleanField()
    sha256 = models.CharField(max_length=64)
    imported_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sha256", "valid_from"], name="boundary_version_once")]


class Boundary(models.Model):
    """The shape of one municipality in one version, as WKB in the version's CRS (metres)."""

    version = models.ForeignKey(BoundaryVersion, on_delete=models.CASCADE, related_name="boundaries")
    municipality_code = models.PositiveIntegerField()
    wkb = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "municipality_code"], name="boundary_once_in_a_version")
        ]

    @property
    def shape(self) -> BaseGeometry:
        """The boundary as a geometry."""
        return shapely.from_wkb(bytes(self.wkb))
