"""Somebody opened a case they do not work on, for a reason that could not wait; it is looked at afterwards."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.db import models

from samvirke.desks.casework.engine.clocks import end_of
from samvirke.desks.casework.engine.declaration import Clock
from samvirke.desks.casework.models.case import Case
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.words import _
from samvirke.trust.identity.models import Account, Agency

LONGEST = timedelta(hours=3)
REASONS = ("danger-to-life", "child-at-risk", "duty-cover", "other")
VERDICTS = ("justified", "not-justified")
# Working days, from the day after; public holidays are not left out.
_JUDGED_WITHIN = Clock(2, "weekdays", "")
# What is wrong without one, and what to do.
REASON_MISSING = (_("The reason is missing."), _("Choose a reason, and write in a sentence why it cannot wait."))
_SHORTEST = 12


def is_reasoned(reason: str, text: str) -> bool:
    """Whether a known reason was chosen, and said in words of one's own."""
    return reason in REASONS and len(text.strip()) >= _SHORTEST


class BreakGlass(models.Model):
    """One case, reading only, three hours at most."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="broken_glass")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="broke_glass")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="broke_glass")
    reason = models.CharField(max_length=30)
    text = models.CharField(max_length=1000)
    since = models.DateTimeField()
    until = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="reviewed_glass")
    verdict = models.CharField(max_length=20, blank=True)
    said = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(reason__in=REASONS), name="broken_glass_for_known_reason"),
            models.CheckConstraint(condition=~models.Q(text=""), name="broken_glass_with_words"),
            models.CheckConstraint(
                condition=models.Q(until__gt=models.F("since"), until__lte=models.F("since") + LONGEST),
                name="broken_glass_three_hours",
            ),
            models.CheckConstraint(
                condition=models.Q(reviewed_at__isnull=True, reviewed_by__isnull=True, verdict="")
                | (
                    models.Q(reviewed_at__isnull=False, reviewed_by__isnull=False, verdict__in=VERDICTS)
                    & ~models.Q(reviewed_by=models.F("account"))
                ),
                name="broken_glass_reviewed_by_another",
            ),
        ]

    @property
    def judged_by(self) -> date:
        """The day by which it has to be judged."""
        return end_of(_JUDGED_WITHIN, self.since.astimezone(COPENHAGEN).date())
