"""A seat on a body, tied to an office; whoever holds the office holds the seat."""

from __future__ import annotations

from django.db import models

from samvirke.foundation.words import Words
from samvirke.registers.partners.models.body import Body
from samvirke.registers.places.models import Area, Municipality
from samvirke.trust.identity.models import Agency

CHAIR, VICE_CHAIR, MEMBER, SUBSTITUTE, SECRETARY, GUEST = ROLES = (
    "chair", "vice-chair", "member", "substitute", "secretary", "guest",
)  # fmt: skip
ELECTED_ROLES = (CHAIR, VICE_CHAIR)


class Seat(models.Model):
    """An office's place on a body; `count` says how many sit there in that office, or nothing where any number may.

    The `slug` is what the seat is known by when a district folder is loaded again, so that whoever sits there stays.
    `electable` are the roles that those who sit there may be elected to; `term_years` is how long an appointment lasts
    at most, where it ends by itself; `area` is the place that a local officer's seat is tied to. A seat that its folder
    no longer names, but where people have sat, is closed and keeps them.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    slug = models.SlugField(max_length=120)
    office = models.JSONField()
    role = models.CharField(max_length=12)
    electable = models.JSONField(default=list)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+")
    count = models.PositiveSmallIntegerField(null=True, default=1)
    term_years = models.PositiveSmallIntegerField(null=True)
    order = models.PositiveSmallIntegerField()
    origin = models.JSONField(default=dict)
    closed_on = models.DateField(null=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["body", "slug"], name="seat_slug_once"),
            models.UniqueConstraint(
                fields=["body", "order"], condition=models.Q(closed_on__isnull=True), name="seat_order_once"
            ),
            models.CheckConstraint(condition=models.Q(role__in=ROLES), name="seat_in_known_role"),
            models.CheckConstraint(
                condition=models.Q(count__isnull=True) | models.Q(count__gte=1), name="seat_for_somebody"
            ),
        ]

    @property
    def words(self) -> Words:
        """The office in its languages."""
        return Words.of(self.office)

    @property
    def district_id(self) -> str:
        """The district of its body, for the rules."""
        return self.body.district_id
