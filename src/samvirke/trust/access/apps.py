"""Reads every room's policy when the program starts, so that no verb is without its rule."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AccessConfig(AppConfig):
    """The access room of the trust floor."""

    name = "samvirke.trust.access"

    def ready(self) -> None:
        """Import `policy.py` of every installed room."""
        autodiscover_modules("policy")
