"""Runs one claimed piece of work in its own process and writes down how it ended."""

from __future__ import annotations

import time
from typing import Any

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said
from samvirke.trust.access.actor import Actor, actor_of, system
from samvirke.trust.access.guard import channel
from samvirke.trust.identity.models import Account
from samvirke.trust.jobs.declared import Progress, declared
from samvirke.trust.jobs.models import Job
from samvirke.trust.jobs.models.job import DOING, DONE, FAILED, RUNNING


def run(job_id: str) -> bool:
    """Do the work of a running row; whether it went well. What the work refuses is kept as its faults."""
    job = Job.objects.get(pk=job_id)
    token = channel.set("job")
    try:
        result = declared(job.name).work(_asker(job), _progress(job), **job.arguments) or {}
    except Refused as refusal:
        _end(job, FAILED, fault=[fault.stored() for fault in refusal.faults])
        return False
    finally:
        channel.reset(token)
    _end(job, DONE, progress=1.0, result=result)
    return True


def _asker(job: Job) -> Actor:
    """Who asked, with what they may do now, not what they might when they asked."""
    kind, _, name = job.asked_by.partition(":")
    return system(name) if kind == "system" else actor_of(Account.objects.get(pk=job.asked_by))


def _progress(job: Job) -> Progress:
    last = 0.0

    def told(share: float, doing: Said) -> None:
        nonlocal last
        if time.monotonic() - last > 0.3:
            last = time.monotonic()
            Job.objects.filter(pk=job.pk, attempts=job.attempts).update(
                progress=min(max(share, 0.0), 1.0), doing=dict(zip(DOING, doing.stored(), strict=False))
            )

    return told


def _end(job: Job, state: str, **fields: Any) -> None:
    # A child that was given up as lost must not write over what the next attempt does.
    mine = Job.objects.filter(pk=job.pk, state=RUNNING, attempts=job.attempts)
    mine.update(state=state, finished_at=now(), **fields)
