"""Stops a study that waits or runs; the worker kills what is under way, and nothing of it is kept."""

from __future__ import annotations

from samvirke.insight.studies.models import Study
from samvirke.insight.studies.standing import work_of
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.jobs.commands.cancel import cancel


@command("studies.stop", on="study")
def stop_study(actor: Actor, *, study: Study) -> bool:
    """Whether there was something left to stop."""
    job = work_of(study)
    note(study)
    return bool(job and cancel(job))
