"""`samvirke accounts unlink`: an agency's own sign-in opens an account no longer."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.trust.access.commands.mend_account import unlink_account


@click.command()
@click.argument("username")
@click.option("--agency", required=True, help="The agency's id, as in oidc.toml.")
def command(username: str, agency: str) -> None:
    """End USERNAME's way in through the agency's own sign-in, and whatever is open."""
    unlink_account(operator(), username=username, agency=agency)
    tell(Said(_("{username} is no longer linked there."), {"username": username}))
