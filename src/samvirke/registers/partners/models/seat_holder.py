"""Somebody in office (en person på en plads): a mayor, an officer, a volunteer, who may have no account here."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Account, Agency


class SeatHolder(models.Model):
    """A person who sits on bodies of a district, as the public knows them in their office.

    Never somebody whom a case is about: those are in the persons register, behind their wall.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="seat_holder_has_a_name"),
            models.UniqueConstraint(
                fields=["district", "account"],
                condition=models.Q(account__isnull=False),
                name="seat_holder_once_for_an_account",
            ),
        ]

    def __str__(self) -> str:
        return self.name
