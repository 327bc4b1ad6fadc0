"""What was published of a meeting: its agenda or its minutes, as the public has them, under which id."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.meetings.models.meeting import Meeting

AGENDA, MINUTES = KINDS = ("agenda", "minutes")


class MadePublic(models.Model):
    """A published edition is never changed; a later one is a new row, and so is one that takes the others back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="published")
    kind = models.CharField(max_length=10)
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    on = models.DateField()

    class Meta:
        ordering = ["kind", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "kind", "number"], name="made_public_edition_once"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="made_public_of_known_kind"),
        ]

    @property
    def is_withdrawal(self) -> bool:
        """Whether it takes back those before it, and says nothing but when and why."""
        return "withdrawn" in self.content
