"""Reads every room's work when the program starts."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    """The room of the queue."""

    name = "samvirke.trust.jobs"

    def ready(self) -> None:
        """Import `jobs.py` of every installed room."""
        autodiscover_modules("jobs")
