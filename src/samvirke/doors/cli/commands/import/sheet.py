"""`samvirke import sheet FILE`: brings in call-outs with minutes, survey answers, waits, or burglaries by manner."""

from __future__ import annotations

from pathlib import Path

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.commands.put_sheet import put_sheet
from samvirke.registers.incidents.engine.sheet_file import read_sheet
from samvirke.registers.incidents.sheet_kinds import all_sheet_kinds, sheet_kind_called
from samvirke.registers.places.queries.districts import district_called


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", required=True, type=click.Choice(sorted(all_sheet_kinds())), help="What the rows are.")
@click.option("--district", required=True, help="The district it belongs to (samvirke district list).")
@click.option("--title", required=True, help="Where it comes from, as it will be cited.")
def command(file: Path, kind: str, district: str, title: str) -> None:
    """Import FILE, a CSV in UTF-8 with a row a call-out, answer, wait or burglary. It replaces the table before."""
    actor = operator()
    there = district_called(actor, district)
    codes = set(there.municipalities.values_list("code", flat=True))
    columns = read_sheet(file, sheet_kind_called(kind), codes)
    made = put_sheet(actor, district=there, kind=kind, columns=columns, source=title)
    values = {"count": made.rows, "number": made.number, "kind": Said(sheet_kind_called(kind).title)}
    tell(
        Said(
            _("{kind}: version {number} has {count} row."),
            values,
            plural=_("{kind}: version {number} has {count} rows."),
        )
    )
