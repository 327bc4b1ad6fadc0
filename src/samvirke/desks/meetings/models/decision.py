"""A decision (beslutning) under an agenda item, with a number of its body and year that no other decision ever has."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.desks.meetings.models.agenda_item import AgendaItem
from samvirke.registers.partners.models import Body

APPROVED, AMENDED, ADJOURNED, REJECTED = OUTCOMES = ("approved", "amended", "postponed", "rejected")
CONSENSUS, MAJORITY = WAYS = ("consensus", "majority")


class Decision(models.Model):
    """What the body decided. Without an `outcome` it is being written; its number is its own from the first word.

    From the day the minutes are approved (`sealed_on`) the database refuses to change it; a correction is a note.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="decision")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="decisions")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    outcome = models.CharField(max_length=12, blank=True)
    way = models.CharField(max_length=10, default=CONSENSUS)
    text = models.TextField(blank=True)
    sealed_on = models.DateField(null=True)

    class Meta:
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "number"], name="decision_number_once"),
            models.CheckConstraint(condition=Q(outcome__in=["", *OUTCOMES]), name="decision_with_known_outcome"),
            models.CheckConstraint(condition=Q(way__in=WAYS), name="decision_in_known_way"),
            models.CheckConstraint(condition=Q(number__gte=1), name="decision_number_counts_from_one"),
            models.CheckConstraint(
                condition=Q(sealed_on__isnull=True) | ~Q(outcome=""), name="decision_sealed_when_made"
            ),
        ]

    @property
    def district_id(self) -> str:
        """The district of its body, for the rules."""
        return self.body.district_id

    @property
    def label(self) -> str:
        """The number as people write it: the year and the number in it."""
        return f"{self.year}/{self.number}"
