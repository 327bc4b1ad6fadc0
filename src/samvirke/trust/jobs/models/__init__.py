"""The queue."""

from samvirke.trust.jobs.models.job import Job

__all__ = ["Job"]
