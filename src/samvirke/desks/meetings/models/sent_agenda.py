"""An agenda as it was sent (udsendt dagsorden): what stood on it, so that what changed afterwards can be told."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from samvirke.desks.meetings.models.meeting import Meeting


class SentAgenda(models.Model):
    """The first edition is the call's. `items` keeps, in order, each item's key, whether it was open, and digests of
    what it said; the words themselves are in the frozen papers."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="sent")
    edition = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField()
    items = models.JSONField()

    class Meta:
        ordering = ["edition"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "edition"], name="agenda_edition_once"),
            models.CheckConstraint(condition=Q(edition__gte=1), name="agenda_edition_counts_from_one"),
        ]
