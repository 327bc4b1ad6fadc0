"""A meeting (møde) of a body, numbered within its year, from the day it is planned until its minutes are approved."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import models

from samvirke.foundation.clock import COPENHAGEN
from samvirke.registers.partners.models import Body

PLANNED, AGENDA, CALLED, RUNNING, HELD, APPROVED, CANCELLED = STATES = (
    "planned", "agenda", "called", "running", "held", "approved", "cancelled",
)  # fmt: skip
AHEAD = (PLANNED, AGENDA, CALLED)
OVER = (HELD, APPROVED)


class Meeting(models.Model):
    """When and where a body meets. A planned one may still lack its day.

    `version` counts what people have changed in the meeting and its agenda; `sequence` is the number by which calendars
    know that the day, the place or the state has changed. `began_at` and `ended_at` are the real times.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10)
    is_public = models.BooleanField(default=False)
    why_changed = models.CharField(max_length=300, blank=True)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    approve_by = models.DateField(null=True)
    approved_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    sequence = models.PositiveIntegerField(default=0)
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
                condition=models.Q(state__in=[PLANNED, CANCELLED]) | models.Q(starts_at__isnull=False),
                name="meeting_has_its_day",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True) | models.Q(ends_at__gt=models.F("starts_at")),
                name="meeting_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=RUNNING) | models.Q(began_at__isnull=False), name="meeting_runs_since_a_time"
            ),
            models.CheckConstraint(
                condition=~models.Q(state=APPROVED) | models.Q(approved_on__isnull=False),
                name="meeting_minutes_approved_on_a_day",
            ),
        ]

    @property
    def district_id(self) -> str:
        """The district of its body, for the rules."""
        return self.body.district_id

    @property
    def is_ahead(self) -> bool:
        """Whether it has neither begun nor been cancelled."""
        return self.state in AHEAD
