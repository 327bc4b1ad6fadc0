"""A cover (afløser): who stands in for somebody on their seat, from one day until another."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.registers.partners.models.membership import Membership
from samvirke.registers.partners.models.seat_holder import SeatHolder


class Cover(models.Model):
    """Somebody who takes another's place on a body, or in the area that the seat is tied to. It always expires."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="covers")
    holder = models.ForeignKey(SeatHolder, on_delete=models.PROTECT, related_name="covers")
    since = models.DateField()
    until = models.DateField()
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(fields=["membership", "since"], name="cover_begins_once"),
            models.CheckConstraint(condition=models.Q(until__gte=models.F("since")), name="cover_ends_after_it_begins"),
        ]
