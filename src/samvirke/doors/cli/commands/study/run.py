"""`samvirke study run KIND --district D …`: works a study out and keeps it with its inputs."""

from __future__ import annotations

import json
from datetime import datetime

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import language, tell
from samvirke.doors.cli.progress import progress
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.insight.studies.commands.answer_study import answer_study
from samvirke.insight.studies.commands.ask_study import ask_study
from samvirke.insight.studies.formed import formed
from samvirke.insight.studies.worked_out import worked_out
from samvirke.registers.places.queries.districts import district_called
from samvirke.trust.access.guard import deed

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("kind")
@click.option("--district", required=True, help="The district, such as oestjylland.")
@click.option(
    "--category", "categories", required=True, multiple=True, help="A category of incidents; may be repeated."
)
@click.option("--from", "first", required=True, type=_DAY, help="The first day.")
@click.option("--to", "after", required=True, type=_DAY, help="The day after the last.")
@click.option("--area", type=int, help="The code of a municipality; without it the whole district.")
@click.option("--set", "written", multiple=True, metavar="NAME=VALUE", help="A parameter of the analysis.")
@click.option("--seed", type=click.IntRange(min=0), help="Where chance begins; drawn when not given.")
@click.option("--title", default="", help="What to call it.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
def command(
    kind: str,
    district: str,
    categories: tuple[str, ...],
    first: datetime,
    after: datetime,
    area: int | None,
    written: tuple[str, ...],
    seed: int | None,
    title: str,
    as_json: bool,
) -> None:
    """Work out a study of KIND here and now (or on the cluster of SAMVIRKE_DASK), and keep it with its inputs."""
    actor = operator()
    whose = district_called(actor, district)
    study = formed(
        whose,
        kind,
        categories=categories,
        first=first.date(),
        after=after.date(),
        area=area,
        parameters=dict(_pair(each) for each in written),
        seed=seed,
        title=title,
    )
    with progress() as told:
        answer = worked_out(actor, study, told)
    with deed(actor):
        ask_study(actor, district=whose, study=study, queued=False)
        study = answer_study(actor, study=study, answer=answer)
    if as_json:
        facts = {"study": str(study.pk), "n": study.n, "seed": study.seed, "digest": study.digest}
        found = {**facts, "seconds": study.seconds, "ran_on": study.ran_on, "result": study.found["result"]}
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    shown = study.found["shown"][language()]
    for row in shown["table"]:
        click.echo("  ".join(row))
    for line in (*shown["notes"], shown["caution"]):
        click.echo(line)
    tell(Said(_("Kept as study {id}."), {"id": study.pk}))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        what = Said(_("“{value}” names no value."), {"value": text})
        raise Refused.because(what, _("Write NAME=VALUE, such as shuffles=999."), key="--set")
    return name.strip().replace("-", "_"), value
