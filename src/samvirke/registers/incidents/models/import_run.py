"""One import of one file: what came in, what was taken, and what was not."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.registers.incidents.models.source import Source


class ImportRun(models.Model):
    """The counts of an import. Rows in are always accepted, rejected and duplicates together.

    Accepted rows are new or corrected; duplicates stood in the store already or stand again in the file.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="imports")
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    mapping = models.CharField(max_length=120)
    rows_in = models.PositiveBigIntegerField()
    new = models.PositiveBigIntegerField()
    corrected = models.PositiveBigIntegerField()
    duplicates = models.PositiveBigIntegerField()
    rejected = models.PositiveBigIntegerField()
    reasons = models.JSONField(default=list)
    unknown_codes = models.JSONField(default=list)
    version = models.PositiveIntegerField(null=True)
    finished_at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        ordering = ["-finished_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    rows_in=models.F("new") + models.F("corrected") + models.F("duplicates") + models.F("rejected")
                ),
                name="import_accounts_for_every_row",
            )
        ]

    @property
    def accepted(self) -> int:
        """New and corrected rows together."""
        return self.new + self.corrected

    @property
    def district_id(self) -> str:
        """The district of its source, for the rules."""
        return self.source.district_id
