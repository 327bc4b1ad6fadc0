"""A conflict of interest (inhabilitet): somebody does not take part in one item, and why is written down."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.meetings.models.agenda_item import AgendaItem
from samvirke.desks.meetings.models.attendance import Attendance


class Conflict(models.Model):
    """One attendee and one item. The reason stays among members."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="conflicts")
    attendance = models.ForeignKey(Attendance, on_delete=models.CASCADE, related_name="conflicts")
    why = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "attendance"], name="meeting_conflict_once"),
            models.CheckConstraint(condition=~models.Q(why=""), name="meeting_conflict_has_a_reason"),
        ]
