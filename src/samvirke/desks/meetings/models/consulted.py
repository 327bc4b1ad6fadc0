"""Somebody of the contact committee who is asked to read an agenda before it is sent, and what they say of it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.desks.meetings.models.meeting import Meeting
from samvirke.foundation.clock import now
from samvirke.trust.identity.models import Account


class Consulted(models.Model):
    """One reader of one agenda; `answered_at` is when they said something, or that they had nothing to say."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="consulted")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)
    answer_by = models.DateField()
    remark = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "account"], name="consulted_once"),
            models.CheckConstraint(
                condition=Q(remark="") | Q(answered_at__isnull=False), name="consulted_remark_has_its_time"
            ),
        ]

    @property
    def district_id(self) -> str:
        """The district of the meeting, for the rules."""
        return self.meeting.district_id
