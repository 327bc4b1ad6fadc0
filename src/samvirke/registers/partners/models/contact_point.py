"""A contact point (kontaktpunkt): whom to write to about something that a body does, and who covers for them."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models

from samvirke.registers.partners.models.body import Body
from samvirke.registers.partners.models.seat_holder import SeatHolder


class ContactPoint(models.Model):
    """One person to turn to for each subject of a body. The cover expires; then the letters come back to the holder."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="contacts")
    subject = models.CharField(max_length=80)
    holder = models.ForeignKey(SeatHolder, on_delete=models.PROTECT, related_name="+")
    cover = models.ForeignKey(SeatHolder, on_delete=models.PROTECT, null=True, related_name="+")
    cover_until = models.DateField(null=True)
    since = models.DateField()
    until = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["subject", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "subject"], condition=models.Q(until__isnull=True), name="contact_one_for_a_subject"
            ),
            models.CheckConstraint(condition=~models.Q(subject=""), name="contact_about_something"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="contact_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=models.Q(cover__isnull=True, cover_until__isnull=True)
                | models.Q(cover__isnull=False, cover_until__isnull=False),
                name="contact_cover_expires",
            ),
            models.CheckConstraint(
                condition=models.Q(cover__isnull=True) | ~models.Q(cover=models.F("holder")),
                name="contact_covered_by_another",
            ),
        ]

    def answers_on(self, day: date) -> SeatHolder:
        """Whom to turn to on a day: the cover while it lasts, else the holder."""
        return self.cover if self.cover and self.cover_until and day <= self.cover_until else self.holder
