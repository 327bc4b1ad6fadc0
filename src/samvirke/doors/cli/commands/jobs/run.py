"""`samvirke jobs run ID`: does one claimed piece of work; the worker calls this."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.trust.jobs.child import run


@click.command()
@click.argument("job_id")
def command(job_id: str) -> int:
    """Do the work of the row JOB_ID, which a worker has claimed."""
    operator()
    return 0 if run(job_id) else 2
