"""A signal: one cluster of one offence type that was rarer than promised, and what a person found it to be."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.registers.places.models import District, Municipality
from samvirke.trust.identity.models import Account

WAITING, JUDGED, CLOSED = STATES = ("waiting", "judged", "closed")
REAL, DATA, KNOWN = VERDICTS = ("real", "data", "known")


class Signal(models.Model):
    """Waits until somebody looks at it: real goes to an agenda until it is closed; data and known are closed at once.

    Its numbers stand in its sightings, one a week. `judged_until` is the week whose numbers the judge saw, which are
    the ones that councils read. `town` is the nearest one, so many kilometres (`away`) from the circle, which lies in
    that `bearing` of it; empty where the place would point at a home.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, models.PROTECT, related_name="+")
    category = models.SlugField(max_length=40)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    town = models.CharField(max_length=80, blank=True)
    away = models.PositiveSmallIntegerField(default=0)
    bearing = models.CharField(max_length=2, blank=True)
    first_until = models.DateField()
    state = models.CharField(max_length=10, choices=[(one, one) for one in STATES], default=WAITING)
    verdict = models.CharField(max_length=10, blank=True)
    words = models.CharField(max_length=400, blank=True)
    judged_by = models.ForeignKey(Account, models.SET_NULL, null=True, related_name="+")
    judged_on = models.DateField(null=True)
    judged_until = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    why_closed = models.CharField(max_length=400, blank=True)
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["-first_until", "category", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="signal_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=WAITING, verdict="", judged_on__isnull=True, judged_until__isnull=True)
                | Q(verdict__in=VERDICTS, judged_on__isnull=False, judged_until__isnull=False)
                & ~Q(state=WAITING)
                & ~Q(words=""),
                name="signal_judged_whole_or_not_at_all",
            ),
            models.CheckConstraint(
                condition=~Q(state=JUDGED) | Q(verdict=REAL), name="signal_stays_open_only_when_real"
            ),
            models.CheckConstraint(
                condition=Q(state=CLOSED, closed_on__isnull=False) & ~Q(why_closed="")
                | ~Q(state=CLOSED) & Q(closed_on__isnull=True, why_closed=""),
                name="signal_closed_with_a_reason",
            ),
        ]
