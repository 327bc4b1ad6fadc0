"""How a study stands: waiting, under way, answered, failed or stopped, and whether the data have changed since."""

from __future__ import annotations

from samvirke.insight.studies.models import Study
from samvirke.registers.incidents.queries.store import Store
from samvirke.trust.jobs.models import Job
from samvirke.trust.jobs.models.job import DONE, FAILED


def work_of(study: Study) -> Job | None:
    """Its row in the queue, for as long as the queue remembers it."""
    return Job.objects.filter(pk=study.job_id).first() if study.job_id else None


def standing(study: Study) -> str:
    """One of the states of a piece of work; a study whose work is forgotten without an answer has failed."""
    if study.is_answered:
        return DONE
    job = work_of(study)
    return job.state if job else FAILED


def is_outdated(study: Study, store: Store) -> bool:
    """Whether any source has a newer version than the answer was made from."""
    return study.is_answered and study.made_from.get("sources") != dict(store.stamp)
