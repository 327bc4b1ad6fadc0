"""A seat on a body, tied to an office; whoever holds the office holds the seat."""

from __future__ import annotations

from django.db import models

from samvirke.foundation.words import Words
from samvirke.registers.partners.models.body import Body
from samvirke.registers.places.models import Municipality
from samvirke.trust.identity.models import Agency

ROLES = ("chair", "vice-chair", "member", "substitute", "secretary", "guest")


class Seat(models.Model):
    """An office's place on a body; `count` says how many sit there in that office."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    office = models.JSONField()
    role = models.CharField(max_length=12)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, related_name="+")
    count = models.PositiveSmallIntegerField(default=1)
    order = models.PositiveSmallIntegerField()
    origin = models.JSONField(default=dict)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["body", "order"], name="seat_order_once"),
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="seat_in_known_role"),
            models.CheckConstraint(condition=models.Q(count__gte=1), name="seat_for_somebody"),
        ]

    @property
    def words(self) -> Words:
        """The office in its languages."""
        return Words.of(self.office)
