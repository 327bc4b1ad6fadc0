"""Somebody who was asked in a consultation round, what they answered, and how the answer was taken up."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.plan.models.consultation import OUTCOMES, Consultation
from samvirke.trust.identity.models import Account, Agency


class Consulted(models.Model):
    """An agency of the district, or an association by its name. The answer is of general matters."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="consulted")
    name = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=12, blank=True)
    taken_up = models.TextField(blank=True)
    entered_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "name"], name="asked_once_in_a_round"),
            models.CheckConstraint(
                condition=models.Q(outcome__in=("", *OUTCOMES)), name="answer_taken_up_in_a_known_way"
            ),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_on__isnull=True, outcome="")
                | (~models.Q(answer="") & models.Q(answered_on__isnull=False)),
                name="only_an_answer_is_taken_up",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="") | ~models.Q(taken_up=""), name="what_came_of_an_answer_is_said"
            ),
        ]
