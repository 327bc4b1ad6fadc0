"""Reads every room's retention lines when the program starts."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RetentionConfig(AppConfig):
    """The room that forgets."""

    name = "samvirke.trust.retention"

    def ready(self) -> None:
        """Import `retention.py` of every installed room."""
        autodiscover_modules("retention")
