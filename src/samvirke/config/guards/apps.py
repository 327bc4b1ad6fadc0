"""Registers the start-up checks."""

from __future__ import annotations

import importlib

from django.apps import AppConfig


class GuardsConfig(AppConfig):
    """The room of start-up checks."""

    name = "samvirke.config.guards"

    def ready(self) -> None:
        """Reading the checks registers them."""
        for room in ("checks", "second_wall", "trail"):
            importlib.import_module(f"samvirke.config.guards.{room}")
