"""`samvirke jobs schedule`: puts work in the queue when it comes due, until stopped."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.trust.jobs.scheduler import put_due_work_in_the_queue, run_scheduler


@click.command()
@click.option("--once", is_flag=True, help="Look once and stop.")
def command(once: bool) -> None:
    """Put due work in the queue."""
    operator()
    if once:
        put_due_work_in_the_queue()
    else:
        run_scheduler()
