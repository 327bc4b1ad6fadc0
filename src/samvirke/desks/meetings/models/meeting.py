"""A meeting (møde) of a body, numbered within its year."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import models

from samvirke.foundation.clock import COPENHAGEN
from samvirke.registers.partners.models import Body

STATES = ("planned", "called", "held", "cancelled")


class Meeting(models.Model):
    """When and where a body meets. A planned one may still lack its day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10)
    invented = models.BooleanField(default=False)

    @property
    def starts(self) -> datetime | None:
        """When it begins, by the clock on the wall."""
        return self.starts_at and self.starts_at.astimezone(COPENHAGEN)

    @property
    def ends(self) -> datetime | None:
        """When it ends, by the clock on the wall."""
        return self.ends_at and self.ends_at.astimezone(COPENHAGEN)

    class Meta:
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "number"], name="meeting_number_once"),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="meeting_in_known_state"),
            models.CheckConstraint(
                condition=models.Q(state="planned") | models.Q(starts_at__isnull=False), name="meeting_has_its_day"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True) | models.Q(ends_at__gt=models.F("starts_at")),
                name="meeting_ends_after_it_starts",
            ),
        ]

    @property
    def district_id(self) -> str:
        """The district of its body, for the rules."""
        return self.body.district_id
