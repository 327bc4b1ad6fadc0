"""`samvirke keys rotate KIND`: makes a new current key; values made by older ones keep theirs."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.trust.keys import KINDS, rotate


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
def command(kind: str) -> None:
    """Make a new current key of KIND.

    After rotating "dwelling", import the sources again from their files: homes hashed under different keys do not
    meet as repeats.
    """
    operator()
    tell(Said(_("The current {kind} key is now {id}."), {"kind": kind, "id": rotate(kind).id}))
