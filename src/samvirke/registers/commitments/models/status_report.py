"""A status report: how a commitment stands on a day, in words, with what shows it."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.foundation.clock import now
from samvirke.registers.commitments.models.commitment import Commitment
from samvirke.trust.identity.models import Account

ON_COURSE, AT_RISK, DONE, DROPPED = STATES = ("on-course", "at-risk", "done", "dropped")


class StatusReport(models.Model):
    """One report. It is never changed: who learns more writes the next. `at` orders those of one business day `on`.

    `by` is nobody when the system itself wrote it, such as when an installation is loaded.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="reports")
    on = models.DateField()
    at = models.DateTimeField(default=now)
    said = models.TextField()
    state = models.CharField(max_length=10)
    evidence = models.TextField(blank=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="report_in_known_state"),
            models.CheckConstraint(condition=~models.Q(said=""), name="report_says_something"),
            models.CheckConstraint(
                condition=~models.Q(state=DONE) | ~models.Q(evidence=""), name="report_done_with_evidence"
            ),
            models.UniqueConstraint(
                fields=["commitment"], condition=models.Q(state__in=(DONE, DROPPED)), name="report_ends_it_once"
            ),
        ]
        indexes = [models.Index(fields=["commitment", "at"], name="report_course"), models.Index(fields=["at"])]
