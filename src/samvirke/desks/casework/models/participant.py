"""An agency that takes part in a case; the owner is one from the start."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.desks.casework.models.case import Case
from samvirke.trust.identity.models import Agency


class Participant(models.Model):
    """From one moment until another; what it contributed stays its own afterwards."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="participants")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="takes_part_in")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agency"], condition=models.Q(until__isnull=True), name="participant_once"
            ),
        ]
