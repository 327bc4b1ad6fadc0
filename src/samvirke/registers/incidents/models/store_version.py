"""A committed version of a source's files: readers take the newest, and nothing of it ever changes."""

from __future__ import annotations

from django.db import models

from samvirke.registers.incidents.models.source import Source


class StoreVersion(models.Model):
    """The files (path, year, rows, sha256) that together are the source at one moment.

    `frozen_on` is the business date on which the figures were locked; `first_day` and `last_day` are those of
    its incidents.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    files = models.JSONField()
    rows = models.PositiveBigIntegerField()
    first_day = models.DateField()
    last_day = models.DateField()
    frozen_on = models.DateField()
    committed_at = models.DateTimeField()
    mapping = models.CharField(max_length=120)

    class Meta:
        ordering = ["source", "-number"]
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="store_version_once")]
        get_latest_by = "number"

    def __str__(self) -> str:
        return f"{self.source_id} v{self.number}"
