"""Reads every room's lines about its tables when the program starts: how long they are kept, and how personal."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RetentionConfig(AppConfig):
    """The room that forgets."""

    name = "samvirke.trust.retention"

    def ready(self) -> None:
        """Import `retention.py` and `classes.py` of every installed room."""
        autodiscover_modules("retention", "classes")
