"""`samvirke jobs run ID`: does one claimed piece of work; the worker calls this."""

from __future__ import annotations

from uuid import UUID

import click

from samvirke.doors.cli.installation import operator
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.jobs.child import run
from samvirke.trust.jobs.models import Job
from samvirke.trust.jobs.models.job import RUNNING


@click.command()
@click.argument("job_id", type=click.UUID)
def command(job_id: UUID) -> int:
    """Do the work of the row JOB_ID, which a worker has claimed."""
    operator()
    if not Job.objects.filter(pk=job_id, state=RUNNING).exists():
        what = Said(_("No worker has claimed any work {id}."), {"id": job_id})
        raise Refused.because(what, _("Let a worker take it: samvirke jobs work"))
    return 0 if run(str(job_id)) else 2
