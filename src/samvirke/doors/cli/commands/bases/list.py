"""`samvirke bases list DISTRICT`: every legal basis, and whether it is in use in a district."""

from __future__ import annotations

import json

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import language
from samvirke.foundation.words import Said, _, said
from samvirke.registers.places.queries.districts import district_called
from samvirke.trust.access.queries.basis_standings import basis_standings

_IN_USE, _NOT = _("in use"), _("not in use")


@click.command("list")
@click.argument("district")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def command(district: str, as_json: bool) -> None:
    """List the legal bases as they stand in DISTRICT, with the reason."""
    found = basis_standings(district_called(operator(), district).pk)
    rows = [
        {
            "name": name,
            "title": said(one.basis.title).text(language()),
            "in_use": one.in_use,
            "because": one.because.text(language()),
        }
        for name, one in found.items()
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        state = Said(_IN_USE if row["in_use"] else _NOT).text(language())
        click.echo(f"{row['name']}: {row['title']} ({state})\n  {row['because']}")
