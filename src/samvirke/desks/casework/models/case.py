"""A case: whose it is, under which declaration it runs, how far it has come, and until when it is kept."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models

from samvirke.desks.casework.models.declared_type import DeclaredType
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.identity.models import Agency

UNDECIDED, DELIVERED, NOT_TO_PRESERVE = ARCHIVE = ("undecided", "delivered", "not-to-preserve")


class Case(models.Model):
    """What every participant may know of it; what each has contributed stands in its own rows.

    `version` counts changes of stage, so that two people cannot both move it. `keep_until` is empty while it is open,
    and where no period has been entered. `came_under` names the bases of what it was referred with: they stick also
    when the sender's own case is gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="cases")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, null=True, related_name="cases")
    owner = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="owned_cases")
    type = models.SlugField(max_length=80)
    declared = models.ForeignKey(DeclaredType, on_delete=models.PROTECT, related_name="cases")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=60)
    stage_since = models.DateField()
    due_on = models.DateField(null=True)
    outcome = models.CharField(max_length=60, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    changed_at = models.DateTimeField()
    keep_until = models.DateField(null=True)
    archive = models.CharField(max_length=20, default=UNDECIDED)
    sealed = models.BooleanField(default=False)
    came_under = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)
    invented = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "year", "number"], name="case_number_once"),
            models.CheckConstraint(
                condition=models.Q(closed_on__isnull=True, outcome="")
                | (models.Q(closed_on__isnull=False) & ~models.Q(outcome="")),
                name="case_closed_with_outcome",
            ),
            models.CheckConstraint(condition=models.Q(archive__in=ARCHIVE), name="case_archive_is_known"),
        ]
        indexes = [
            models.Index(fields=["type", "closed_on", "due_on"], name="case_queue"),
            models.Index(fields=["owner", "closed_on"], name="case_of_owner"),
        ]

    @property
    def label(self) -> str:
        """Its number for people: “2024-0117”."""
        return f"{self.year}-{self.number:04}"

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return self.closed_on is None

    def takes_part(self, agency_id: str) -> bool:
        """Whether an agency takes part in it now."""
        return bool(self.participants.filter(agency=agency_id, until__isnull=True).exists())

    def days_late(self, day: date) -> int:
        """Days past its deadline on `day`; 0 when it is not late, closed, or has none."""
        if self.due_on is None or not self.is_open:
            return 0
        return max((day - self.due_on).days, 0)
