"""A paper (bilag) of a meeting: the frozen pack, or an annex of one item, open or closed."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.meetings.models.agenda_item import AgendaItem
from samvirke.desks.meetings.models.meeting import Meeting
from samvirke.registers.documents.models import Document

AGENDA_PAPER = "meeting-agenda"


class Paper(models.Model):
    """One document of one meeting; without an item it belongs to the whole of it.

    `is_open` is how it was when it came; an annex is as open as its item is now.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="papers")
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, null=True, related_name="papers")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    is_open = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "document"], name="paper_once_in_a_meeting")]

    @property
    def may_all_read(self) -> bool:
        """Whether it is in the open part."""
        return self.item.is_open if self.item is not None else self.is_open
