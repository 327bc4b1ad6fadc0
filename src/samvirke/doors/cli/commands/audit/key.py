"""`samvirke audit key`: prints the public keys that sign the trail, for whoever wants to verify it without us."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.trust.audit.checkpoints import public_keys


@click.command()
def command() -> None:
    """Print each public key (Ed25519, hexadecimal), oldest first; the last one signs now."""
    operator()
    for public in public_keys().values():
        click.echo(public)
