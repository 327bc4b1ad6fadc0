"""The worker: claims one piece of work at a time and runs it in a child process that it can kill."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from datetime import timedelta

from django.db.models import Q, QuerySet

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Fault
from samvirke.foundation.words import Said, _
from samvirke.trust.jobs.declared import HEAVY, Declared, declared, is_declared, names_in
from samvirke.trust.jobs.models import Job
from samvirke.trust.jobs.models.job import FAILED, RUNNING, WAITING

_BEAT_SECONDS = 5
_LOST_AFTER = timedelta(seconds=60)


def run_worker(once: bool = False, lane: str = "") -> int:
    """Work off the queue (or one lane of it) until stopped, or until it is empty; how many it ran."""
    ran = 0
    while True:
        give_back_lost_work()
        claimed = claim(lane)
        if claimed is not None:
            see_through(claimed)
            ran += 1
        elif once:
            return ran
        else:
            time.sleep(0.5)


def claim(lane: str = "") -> Job | None:
    """Take the oldest due row, what people wait for before the system's own; no two workers can take the same one."""
    due = _of_lane(Job.objects.filter(state=WAITING, due__lte=now()), lane)
    waiting = due.annotate(nobody_waits=Q(asked_by__startswith="system:")).order_by("nobody_waits", "due", "pk")
    for job in waiting[:5]:
        taken = Job.objects.filter(pk=job.pk, state=WAITING).update(
            state=RUNNING, attempts=job.attempts + 1, beat_at=now(), progress=0
        )
        if taken:
            job.refresh_from_db()
            return job
    return None


def _of_lane(due: QuerySet[Job], lane: str) -> QuerySet[Job]:
    """What nobody declares any more counts as quick: it is ended at once."""
    if not lane:
        return due
    heavy = names_in(HEAVY)
    return due.filter(name__in=heavy) if lane == HEAVY else due.exclude(name__in=heavy)


def give_back_lost_work() -> None:
    """Put rows back whose worker died, or end them when they have been tried often enough."""
    lost = Job.objects.filter(state=RUNNING, beat_at__lt=now() - _LOST_AFTER)
    for job in lost:
        _give_back(job, Said(_("The worker that ran it has died.")))


def see_through(job: Job) -> None:
    """Run one piece of work in a child and stay until it is done, cancelled, or out of time."""
    if not is_declared(job.name):
        _give_back(job, Said(_("This installation knows no work called “{name}”."), {"name": job.name}))
        return
    kind = declared(job.name)
    # A heavy child gives way to whoever looks at a page.
    gentle = ["nice", "-n", "10"] if kind.lane == HEAVY and shutil.which("nice") else []
    child = subprocess.Popen([*gentle, sys.executable, "-m", "samvirke", "jobs", "run", str(job.pk)])
    try:
        _watch(job, kind, child)
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()


def _watch(job: Job, kind: Declared, child: subprocess.Popen[bytes]) -> None:
    began = last_beat = time.monotonic()
    while child.poll() is None:
        time.sleep(0.1)
        moment = time.monotonic()
        if moment - began > kind.limit.total_seconds():
            # Dead first: once the row waits again, another worker may begin.
            child.kill()
            child.wait()
            minutes = kind.limit.total_seconds() / 60
            _give_back(job, Said(_("It took longer than its limit of {minutes:g} minutes."), {"minutes": minutes}))
            return
        if moment - last_beat > _BEAT_SECONDS:
            last_beat = moment
            if not _mine(job).update(beat_at=now()):
                return
    if child.returncode != 0:
        _give_back(job, Said(_("It ended without an answer (code {code})."), {"code": child.returncode}))


def _give_back(job: Job, why: Said) -> None:
    """Let it be tried again, or end it. Its due time stays: the scheduler knows by it that this night is seen to."""
    if is_declared(job.name) and job.attempts < declared(job.name).tries:
        _mine(job).update(state=WAITING)
        return
    fault = Fault(why, Said(_("Ask for it again; if it happens again, look in the worker's output.")))
    _mine(job).update(state=FAILED, finished_at=now(), fault=[fault.stored()])


def _mine(job: Job) -> QuerySet[Job]:
    """The row, for as long as it is this attempt that runs: another worker may have taken it over."""
    return Job.objects.filter(pk=job.pk, state=RUNNING, attempts=job.attempts)
