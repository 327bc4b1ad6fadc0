"""An affiliation: an account works in an agency, in a role, from one day until another."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models

from samvirke.foundation.words import Said, _
from samvirke.trust.identity.models.account import Account
from samvirke.trust.identity.models.agency import Agency

ROLES = {
    "chief": _("Chief"),
    "mayor": _("Mayor"),
    "director": _("Director"),
    "secretary": _("Secretariat"),
    "coordinator": _("Coordinator"),
    "analyst": _("Analyst"),
    "privacy-officer": _("Data protection officer"),
    "caseworker": _("Caseworker"),
    "case-leader": _("Leader of casework"),
    "mediator": _("Mediator"),
    "licensing-clerk": _("Licensing clerk"),
    "duty-officer": _("Duty officer"),
}


class Affiliation(models.Model):
    """Everything somebody may do ends with the day their affiliation ends."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="affiliations")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="affiliations")
    role = models.CharField(max_length=30)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(role__in=list(ROLES)), name="affiliation_in_known_role"),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="affiliation_ends_after_it_begins",
            ),
        ]

    @property
    def role_said(self) -> Said:
        """The role in words."""
        return Said(ROLES[self.role])

    def holds_on(self, day: date) -> bool:
        """Whether the affiliation is in force on a day; the last day counts."""
        return self.since <= day and (self.until is None or day <= self.until)
