"""`samvirke accounts sign-out`: ends every sign-in of somebody, wherever it is open."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.trust.access.commands.mend_account import end_sign_ins


@click.command()
@click.argument("username")
def command(username: str) -> None:
    """End every sign-in of USERNAME."""
    end_sign_ins(operator(), username=username)
    tell(Said(_("{username} is signed out everywhere."), {"username": username}))
