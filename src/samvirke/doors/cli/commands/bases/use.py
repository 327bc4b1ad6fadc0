"""`samvirke bases use DISTRICT BASIS`: a district answers for a legal basis, so that cases may rest on it."""

from __future__ import annotations

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.registers.places.queries.districts import district_called
from samvirke.trust.access.commands.use_basis import use_basis


@click.command()
@click.argument("district")
@click.argument("basis")
@click.option("--reference", required=True, help="The provision, with its date, as the district cites it.")
@click.option("--assessment", required=True, help="The data protection impact assessment: its name or journal number.")
def command(district: str, basis: str, reference: str, assessment: str) -> None:
    """Enter the reference and the assessment by which DISTRICT uses BASIS."""
    actor = operator()
    found = district_called(actor, district)
    use_basis(actor, district=found, basis=basis, reference=reference, assessment=assessment)
    tell(Said(_("{district} now uses “{basis}”."), {"district": found.words, "basis": basis}))
