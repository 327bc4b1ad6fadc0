"""A matter (sag) that one body forwards to another and wants an answer to by a day."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.desks.meetings.models.agenda_item import AgendaItem
from samvirke.foundation.clock import now
from samvirke.foundation.words import Words
from samvirke.registers.partners.models import Body


class Matter(models.Model):
    """What is asked, by whom and of whom; the answer is the extract of the minutes, or a sentence of its own."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    from_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="matters_sent")
    to_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="matters_received")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True, related_name="forwarded")
    title = models.JSONField()
    text = models.TextField()
    is_open = models.BooleanField(default=True)
    sent_at = models.DateTimeField(default=now)
    answer_by = models.DateField()
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)

    class Meta:
        ordering = ["answer_by"]
        constraints = [
            models.CheckConstraint(condition=~Q(from_body=models.F("to_body")), name="matter_goes_to_another_body"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, answer="") | (Q(answered_on__isnull=False) & ~Q(answer="")),
                name="matter_answered_on_a_day",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="matter_says_what_is_asked"),
        ]

    @property
    def words(self) -> Words:
        """The title in its languages."""
        return Words.of(self.title)
