"""Stops work that waits or runs; the worker kills what is under way."""

from __future__ import annotations

from samvirke.foundation.clock import now
from samvirke.trust.jobs.models import Job
from samvirke.trust.jobs.models.job import CANCELLED, RUNNING, WAITING


def cancel(job: Job) -> bool:
    """Whether there was something left to stop."""
    open_rows = Job.objects.filter(pk=job.pk, state__in=[WAITING, RUNNING])
    return bool(open_rows.update(state=CANCELLED, finished_at=now()))
