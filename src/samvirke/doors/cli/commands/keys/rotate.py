"""`samvirke keys rotate KIND`: makes a new current key; values made by older ones keep theirs."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.trust.jobs.commands.enqueue import enqueue
from samvirke.trust.jobs.declared import is_declared
from samvirke.trust.keys import KINDS, rotate

_SEALS_CPR = ("cpr", "agency-match")
_RESEAL = "persons.reseal"


@click.command()
@click.argument("kind", metavar="KIND", type=click.Choice(KINDS))
def command(kind: str) -> None:
    """Make a new current key of KIND.

    After rotating "dwelling", import the sources again from their files: homes hashed under different keys do not
    meet as repeats. After rotating "cpr" or "agency-match", the worker seals every CPR number anew; until then they
    are read and found as before.
    """
    actor = operator()
    tell(Said(_("The current {kind} key is now {id}."), {"kind": kind, "id": rotate(kind).id}))
    if kind in _SEALS_CPR and is_declared(_RESEAL):
        enqueue(actor, _RESEAL)
