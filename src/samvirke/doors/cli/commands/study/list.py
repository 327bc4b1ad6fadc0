"""`samvirke study list --district D`: the studies of a district, the newest first."""

from __future__ import annotations

import json

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import _
from samvirke.insight.studies.queries.studies import studies
from samvirke.insight.studies.standing import standing
from samvirke.registers.places.queries.districts import district_called


@click.command("list")
@click.option("--district", required=True, help="The district, such as oestjylland.")
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def command(district: str, as_json: bool) -> None:
    """List the studies of a district, with kind, period, state, n and digest."""
    actor = operator()
    found = [
        {
            "study": str(one.pk),
            "kind": one.kind,
            "title": one.title,
            "first": str(one.first),
            "after": str(one.after),
            "area": one.area,
            "state": standing(one),
            "n": one.n,
            "digest": one.digest,
        }
        for one in studies(actor, district_called(actor, district))
    ]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for one in found:
        click.echo("  ".join(str(one[name]) for name in ("study", "kind", "first", "after", "state", "n", "title")))
    if not found:
        tell(_("No study has been asked yet."))
