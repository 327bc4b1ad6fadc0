"""`samvirke district list`: the districts that are loaded, with their bodies and sources."""

from __future__ import annotations

import json

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import language, tell
from samvirke.foundation.words import _, said
from samvirke.registers.partners.queries.bodies import bodies
from samvirke.registers.places.queries.districts import NO_DISTRICT, districts

_PARTS = {"bodies": _("bodies"), "sources": _("sources")}


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def command(as_json: bool) -> None:
    """List the loaded districts, the bodies that have papers, and the sources of incidents."""
    actor = operator()

    found = [
        {
            "id": district.pk,
            "name": district.words.text(language()),
            "bodies": list(bodies(actor).filter(district=district).values_list("pk", flat=True)),
            "sources": list(district.sources.values_list("pk", flat=True)),
        }
        for district in districts(actor)
    ]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for district in found:
        click.echo(f"{district['id']}: {district['name']}")
        for name in ("bodies", "sources"):
            click.echo(f"  {said(_PARTS[name]).text(language())}: {', '.join(district[name]) or '–'}")
    if not found:
        tell(NO_DISTRICT)
