"""`samvirke audit checkpoint`: signs the end of the trail now, without waiting for the night."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.trust.oversight.commands.put_checkpoint import put_checkpoint


@click.command()
def command() -> None:
    """Sign the end of the trail, keep the signature, and give it to the witness that SAMVIRKE_WITNESS names."""
    made = put_checkpoint(operator())
    tell(Said(_("Checkpoint {number} says that the trail has {size} lines; sent to the witness: {sent}."), made))
