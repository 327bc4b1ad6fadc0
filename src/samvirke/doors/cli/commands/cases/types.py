"""`samvirke cases types`: every kind of case, and whether one can be opened in a district."""

from __future__ import annotations

import json
from typing import Any

import click

from samvirke.desks.casework.facts.type_standings import type_standings
from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import language
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _, said
from samvirke.registers.places.models import District
from samvirke.registers.places.queries.districts import NO_DISTRICT, district_called, districts
from samvirke.trust.access.actor import Actor

_IN_USE, _NOT = _("in use"), _("not in use")


@click.command()
@click.option("--district", default="", help="Its id. The only one that is loaded when it is left out.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def command(district: str, as_json: bool) -> None:
    """List the kinds of case as they stand in a district, with every reason why one cannot be opened."""
    found = type_standings(_district(operator(), district).pk)
    rows: list[dict[str, Any]] = [
        {
            "name": name,
            "version": one.type.version,
            "title": said(one.type.title).text(language()),
            "in_use": one.in_use,
            "against": [why.text(language()) for why in one.against],
        }
        for name, one in found.items()
    ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        state = Said(_IN_USE if row["in_use"] else _NOT).text(language())
        click.echo(f"{row['name']}: {row['title']} ({state})")
        for why in row["against"]:
            click.echo(f"  {why}")


def _district(actor: Actor, name: str) -> District:
    known = list(districts(actor))
    if name:
        return district_called(actor, name)
    if len(known) > 1:
        several = Said(_("Several districts are loaded: {names}."), {"names": ", ".join(one.pk for one in known)})
        raise Refused.because(several, _("Say which with --district."))
    if not known:
        raise Refused.because(_("No district is loaded."), NO_DISTRICT)
    return known[0]
