"""A learning activity (læringsaktivitet): a theme day, a teaching day, a visit, planned and then held."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.identity.models import Agency

PLANNED, HELD, CANCELLED = LEARNING_STATES = ("planned", "held", "cancelled")


class Learning(models.Model):
    """What was learnt about, at whose place and when. It names no citizen, and those who came by agency and number.

    `body` and `duty` say whose duty it counts for, when it does.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="learning")
    kind = models.SlugField(max_length=40)
    subject = models.CharField(max_length=200)
    about = models.TextField(blank=True)
    host = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="learning")
    duty = models.SlugField(max_length=80, blank=True)
    day = models.DateField(null=True)
    place = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, default=PLANNED)
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["day", "subject", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(subject=""), name="learning_about_something"),
            models.CheckConstraint(condition=models.Q(state__in=LEARNING_STATES), name="learning_in_known_state"),
            models.CheckConstraint(
                condition=~models.Q(state=HELD) | models.Q(day__isnull=False), name="learning_held_on_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(body__isnull=True, duty="") | (models.Q(body__isnull=False) & ~models.Q(duty="")),
                name="learning_counts_for_a_bodys_duty",
            ),
        ]


class LearningPlace(models.Model):
    """A municipality that an activity is for."""

    learning = models.ForeignKey(Learning, on_delete=models.CASCADE, related_name="places")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["learning", "municipality"], name="learning_place_once")]


class LearningPart(models.Model):
    """How many came from an agency."""

    learning = models.ForeignKey(Learning, on_delete=models.CASCADE, related_name="parts")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    people = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learning", "agency"], name="learning_agency_once"),
            models.CheckConstraint(condition=models.Q(people__gte=1), name="learning_part_of_somebody"),
        ]
