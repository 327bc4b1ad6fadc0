"""One piece of work: who asked for it, when it is due, how far it has come and how it ended."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.foundation.words import Said

WAITING, RUNNING, DONE, FAILED, CANCELLED = STATES = ("waiting", "running", "done", "failed", "cancelled")
DOING = ("message", "values", "plural")


class Job(models.Model):
    """A row in the queue. `due` together with `name` and `key` claims scheduled work once and for all."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)
    key = models.CharField(max_length=120, blank=True)
    due = models.DateTimeField()
    arguments = models.JSONField(default=dict)
    asked_by = models.CharField(max_length=120)
    state = models.CharField(max_length=10, default=WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    beat_at = models.DateTimeField(null=True)
    progress = models.FloatField(default=0)
    doing = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    fault = models.JSONField(default=list)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "key", "due"], name="job_once_when_due"),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="job_in_known_state"),
            models.CheckConstraint(
                condition=models.Q(progress__gte=0, progress__lte=1), name="job_progress_is_a_share"
            ),
        ]
        indexes = [models.Index(fields=["state", "due"], name="job_next")]

    @property
    def is_open(self) -> bool:
        """Whether it still waits or runs."""
        return self.state in (WAITING, RUNNING)

    @property
    def doing_said(self) -> Said:
        """What it is busy with, in words."""
        return Said.of([self.doing[part] for part in DOING if part in self.doing]) if self.doing else Said("")
