"""An item of an agenda (dagsordenspunkt): what it is about and what is recommended."""

from __future__ import annotations

from django.db import models

from samvirke.desks.meetings.models.meeting import Meeting

KINDS = ("decision", "discussion", "information")


class AgendaItem(models.Model):
    """A numbered item. A closed one keeps its title inside."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField()
    title = models.JSONField()
    kind = models.CharField(max_length=12)
    recommendation = models.JSONField(default=dict)
    minutes = models.PositiveSmallIntegerField(null=True)
    is_open = models.BooleanField(default=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_number_once"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="agenda_item_of_known_kind"),
        ]
