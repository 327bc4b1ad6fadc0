"""`samvirke cases period DISTRICT KIND WHAT DAYS`: a district says how long something lasts where the law does not."""

from __future__ import annotations

import click

from samvirke.desks.casework.commands.enter_period import enter_period
from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.registers.places.queries.districts import district_called


@click.command()
@click.argument("district")
@click.argument("kind")
@click.argument("what")
@click.argument("days", type=click.IntRange(min=1))
@click.option("--reference", required=True, help="Who decided it, when, and where it is written.")
@click.option("--agency", default="", help="Only for the cases of this agency.")
def command(district: str, kind: str, what: str, days: int, reference: str, agency: str) -> None:
    """Enter a period of KIND in DISTRICT: WHAT is stage:NAME, keep, or keep:OUTCOME. New cases and stages follow it."""
    actor = operator()
    found = district_called(actor, district)
    enter_period(actor, district=found, case_type=kind, what=what, days=days, reference=reference, agency=agency)
    values = {"district": found.words, "kind": kind, "what": what, "count": days}
    tell(
        Said(
            _("{district}: “{what}” of “{kind}” is {count} day from now on."),
            values,
            _("{district}: “{what}” of “{kind}” is {count} days from now on."),
        )
    )
