"""`samvirke accounts add`: gives somebody an account and a role in an agency."""

from __future__ import annotations

from datetime import datetime

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.clock import today
from samvirke.foundation.words import Said, _
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.identity.models.affiliation import ROLES


@click.command()
@click.argument("username")
@click.option("--name", required=True, help="The person's name.")
@click.option("--agency", required=True, help="The agency's id, as in agencies.toml.")
@click.option("--role", required=True, type=click.Choice(list(ROLES)))
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day; open when left out.")
@click.password_option(help="At least 12 characters; asked for when left out.")
def command(username: str, name: str, agency: str, role: str, until: datetime | None, password: str) -> None:
    """Add an account for USERNAME, or another role to one that exists."""
    last = until.date() if until else None
    put_account(
        operator(), username=username, name=name, agency=agency, role=role, since=today(), until=last, password=password
    )
    tell(Said(_("{name} can sign in as {username}."), {"name": name, "username": username}))
