"""`samvirke audit extract`: tells a person when which agency did what with what is kept about them, and what for."""

from __future__ import annotations

import json
from typing import IO

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import language, tell
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.words import Said, _
from samvirke.trust.oversight.queries.extract import Told, extract


@click.command()
@click.option(
    "--cpr-from", type=click.File("r"), required=True, help="A file with the CPR number; - reads it typed in."
)
@click.option("--agency", default="", help="Only what this agency did.")
@click.option("--names", is_flag=True, help="Also the names of staff, where the person needs them.")
@click.option(
    "--withhold", multiple=True, help="An action that the law keeps from the person for now; may be repeated."
)
@click.option("--why", default="", help="Why names are told or deeds withheld.")
@click.option("--json", "as_json", is_flag=True, help="Print the extract as JSON.")
def command(cpr_from: IO[str], agency: str, names: bool, withhold: tuple[str, ...], why: str, as_json: bool) -> None:
    """Print the log extract for one person. The number itself is neither printed nor logged."""
    number = cpr_from.read().strip()
    found = extract(operator(), subject=number, agency=agency, names=names, withheld=withhold, why=why)
    if as_json:
        click.echo(json.dumps({"deeds": [_row(one) for one in found.told], "withheld": found.withheld}))
        return
    if not found.told:
        tell(_("The trail has no deed about this person that is to be told."))
    for one in found.told:
        click.echo("\t".join(_row(one).values()))
    if found.withheld:
        tell(Said(_("Withheld: {count}."), {"count": found.withheld}), err=True)


def _row(one: Told) -> dict[str, str]:
    row = {
        "at": f"{one.at.astimezone(COPENHAGEN):%Y-%m-%d %H:%M}",
        "agency": one.agency,
        "kind": one.kind.text(language()),
        "action": one.action,
        "purpose": one.purpose,
        "basis": one.basis,
        "recipients": ", ".join(one.recipients),
    }
    return row | {"name": one.name} if one.name else row
