"""`samvirke jobs work`: works off the queue until stopped."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.trust.jobs.declared import LANES
from samvirke.trust.jobs.worker import run_worker


@click.command()
@click.option("--once", is_flag=True, help="Stop when the queue is empty.")
@click.option("--lane", type=click.Choice(LANES), help="Only quick work, or only heavy work; without it both.")
def command(once: bool, lane: str | None) -> None:
    """Work off the queue, one piece at a time, each in a process of its own."""
    operator()
    run_worker(once=once, lane=lane or "")
