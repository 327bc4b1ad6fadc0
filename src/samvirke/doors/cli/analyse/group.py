"""The group of commands that the analyses are: nothing is listed here, the folder of analyses is.

An analysis that reads more than one table has a file of its name in the folder `own`, which makes its command.
"""

from __future__ import annotations

import importlib
import importlib.util

import click

from samvirke.analysis import analyses
from samvirke.doors.cli.analyse import own as own_commands
from samvirke.doors.cli.analyse.command import command_for
from samvirke.doors.cli.main import language
from samvirke.foundation.words import Said, _


class Analyses(click.Group):
    """A group with a command for every analysis, whose help is the question that it answers."""

    def __init__(self) -> None:
        words = _("Answers one question from a CSV or Parquet file. The store is not read.")
        super().__init__(name="analyse", help=Said(words).text(language()))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the analyses."""
        return sorted(analyses())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of one analysis."""
        found = analyses().get(cmd_name)
        if not found:
            return None
        own = f"{own_commands.__name__}.{cmd_name.replace('-', '_')}"
        command: click.Command = (
            importlib.import_module(own).command(found) if importlib.util.find_spec(own) else command_for(found)
        )
        return command
