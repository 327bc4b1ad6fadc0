"""`samvirke bases leave DISTRICT BASIS`: a district no longer answers for a legal basis."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.registers.places.queries.districts import district_called
from samvirke.trust.access.commands.use_basis import leave_basis


@click.command()
@click.argument("district")
@click.argument("basis")
def command(district: str, basis: str) -> None:
    """End what DISTRICT has entered for BASIS; what rested on it stays in the trail."""
    actor = operator()
    found = district_called(actor, district)
    leave_basis(actor, district=found, basis=basis)
    tell(Said(_("{district} no longer answers for “{basis}”."), {"district": found.words, "basis": basis}))
