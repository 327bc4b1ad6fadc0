"""The last deletion of the ledger that this database knows of; a restored one is behind, and catches up."""

from __future__ import annotations

from django.db import models


class Mark(models.Model):
    """One row, locked while something is deleted."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_mark")]
