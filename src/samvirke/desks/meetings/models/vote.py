"""A vote (stemme) of somebody who sits in the body that day."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.meetings.models.attendance import Attendance
from samvirke.desks.meetings.models.decision import Decision

FOR, AGAINST, ABSTAINS = CHOICES = ("for", "against", "abstains")


class Vote(models.Model):
    """One attendee and one decision."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="votes")
    attendance = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="votes")
    choice = models.CharField(max_length=10)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "attendance"], name="vote_once"),
            models.CheckConstraint(condition=models.Q(choice__in=CHOICES), name="vote_of_known_kind"),
        ]
