"""A proposal that was left out of an agenda, so that it is not proposed for that meeting again."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.meetings.models.agenda_item import SIGNAL, SOURCES
from samvirke.desks.meetings.models.meeting import Meeting


class LeftOut(models.Model):
    """One proposal by its source and key, and what it was called. What the analyses saw is left out with a reason."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="left_out")
    source = models.CharField(max_length=12)
    source_key = models.CharField(max_length=120)
    title = models.JSONField(default=dict)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "source", "source_key"], name="left_out_once"),
            models.CheckConstraint(condition=models.Q(source__in=SOURCES), name="left_out_of_known_source"),
            models.CheckConstraint(
                condition=~models.Q(source=SIGNAL) | ~models.Q(why=""), name="left_out_signal_has_a_reason"
            ),
        ]
