"""The scheduler: writes a row when something comes due, and two schedulers at once write one row."""

from __future__ import annotations

import time

from samvirke.foundation.clock import now
from samvirke.trust.access.actor import system
from samvirke.trust.jobs.commands.enqueue import enqueue
from samvirke.trust.jobs.declared import by_a_question, by_the_clock
from samvirke.trust.jobs.models import Job

_SECONDS_BETWEEN_LOOKS = 30


def put_due_work_in_the_queue() -> int:
    """Write the rows that have come due and are not there yet; how many it wrote."""
    moment, before = now(), Job.objects.count()
    for timed in by_the_clock():
        enqueue(system("scheduler"), timed.name, due=timed.last_due(moment))
    for name, since in by_a_question().items():
        enqueue(system("scheduler"), name, due=since)
    return Job.objects.count() - before


def run_scheduler() -> None:
    """Look for due work until stopped."""
    while True:
        put_due_work_in_the_queue()
        time.sleep(_SECONDS_BETWEEN_LOOKS)
