"""What a member who was there says of the minutes: that they are right, or what is wrong with them."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.desks.meetings.models.attendance import Attendance

ASKED, RIGHT, OBJECTS, SETTLED = STATES = ("asked", "right", "objects", "settled")


class Approval(models.Model):
    """One member and the minutes of one meeting. An objection is settled by the secretary, with how.

    `received_how` says how the answer of somebody who does not sign in here came in, by whoever entered it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    attendance = models.OneToOneField(Attendance, on_delete=models.CASCADE, related_name="approval")
    state = models.CharField(max_length=10, default=ASKED)
    text = models.TextField(blank=True)
    received_how = models.CharField(max_length=300, blank=True)
    settled_how = models.TextField(blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="approval_in_known_state"),
            models.CheckConstraint(condition=~Q(state=OBJECTS) | ~Q(text=""), name="approval_objection_says_what"),
            models.CheckConstraint(condition=~Q(state=SETTLED) | ~Q(settled_how=""), name="approval_settled_says_how"),
            models.CheckConstraint(condition=Q(state=ASKED) | Q(at__isnull=False), name="approval_given_at_a_time"),
        ]
