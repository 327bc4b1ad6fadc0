"""A membership (medlemskab): who sits on a seat, from one day until another."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models

from samvirke.registers.partners.models.seat import Seat
from samvirke.registers.partners.models.seat_holder import SeatHolder


class Membership(models.Model):
    """Somebody on one of the places of a seat; the last day counts.

    `until` is the day they left; `term_until` the day their appointment runs out when nobody renews it. They sit until
    the earlier of the two. A renewal is a new membership, so that each appointment can be seen. `place` is which of
    the seat's places it is, so that the database can hold that one person sits on each.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="memberships")
    place = models.PositiveSmallIntegerField()
    holder = models.ForeignKey(SeatHolder, on_delete=models.PROTECT, related_name="memberships")
    since = models.DateField()
    until = models.DateField(null=True)
    term_until = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["since", "place"]
        constraints = [
            models.UniqueConstraint(fields=["seat", "place", "since"], name="membership_begins_once"),
            models.UniqueConstraint(
                fields=["seat", "place"],
                condition=models.Q(until__isnull=True, term_until__isnull=True),
                name="membership_one_on_a_place",
            ),
            models.UniqueConstraint(
                fields=["seat", "holder"],
                condition=models.Q(until__isnull=True, term_until__isnull=True),
                name="membership_once_on_a_seat",
            ),
            models.CheckConstraint(condition=models.Q(place__gte=1), name="membership_on_a_place"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="membership_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(term_until__isnull=True) | models.Q(term_until__gte=models.F("since")),
                name="membership_term_ends_after_it_begins",
            ),
        ]

    @property
    def last_day(self) -> date | None:
        """The last day they sit there; nothing while no end is known."""
        return min((day for day in (self.until, self.term_until) if day), default=None)

    @property
    def district_id(self) -> str:
        """The district of its body, for the rules."""
        return self.seat.body.district_id
