"""Registers the start-up checks."""

from __future__ import annotations

import importlib

from django.apps import AppConfig


class GuardsConfig(AppConfig):
    """The room of start-up checks."""

    name = "samvirke.config.guards"

    def ready(self) -> None:
        """Reading the checks registers them."""
        importlib.import_module("samvirke.config.guards.checks")
