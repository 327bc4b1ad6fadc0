"""`samvirke accounts link`: says whom an agency's own sign-in means."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.trust.access.commands.mend_account import link_account


@click.command()
@click.argument("username")
@click.option("--agency", required=True, help="The agency's id, as in oidc.toml.")
@click.option("--subject", required=True, help="The subject (sub) that the agency's sign-in knows the person as.")
def command(username: str, agency: str, subject: str) -> None:
    """Let USERNAME sign in through the agency's own sign-in."""
    link = link_account(operator(), username=username, agency=agency, subject=subject)
    words = _("{name} can sign in through {issuer} from now on.")
    tell(Said(words, {"name": link.account.name, "issuer": link.issuer}))
