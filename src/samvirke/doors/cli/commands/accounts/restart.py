"""`samvirke accounts restart`: a new password for somebody who lost their telephone, key or password."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.trust.access.commands.mend_account import restart_account


@click.command()
@click.argument("username")
@click.password_option(help="At least 12 characters; asked for when left out.")
def command(username: str, password: str) -> None:
    """Forget USERNAME's code app and passkeys, and set a new password."""
    restart_account(operator(), username=username, password=password)
    tell(Said(_("{username} signs in with the new password and adds a second factor."), {"username": username}))
