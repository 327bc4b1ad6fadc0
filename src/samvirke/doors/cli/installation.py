"""What a command needs of the installation: tables up to date, and the operator at this machine as actor."""

from __future__ import annotations

import importlib

from samvirke.trust.access.actor import Actor, system


def operator() -> Actor:
    """Bring the tables up to date and act as the operator at this machine's own command line."""
    importlib.import_module("samvirke.config.setup").ready()
    return system("operator")
