"""`samvirke migrate`: brings the tables of both databases up to date."""

from __future__ import annotations

import importlib

import click

from samvirke.doors.cli.main import tell
from samvirke.foundation.words import _


@click.command()
def command() -> None:
    """Bring the tables up to date. An embedded database is brought up to date by itself."""
    importlib.import_module("samvirke.config.setup").migrate()
    tell(_("The tables are up to date."))
