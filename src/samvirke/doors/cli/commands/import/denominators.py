"""`samvirke import denominators FILE`: brings in numbers of inhabitants or dwellings."""

from __future__ import annotations

from pathlib import Path

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.handovers.load_denominators import load_denominators
from samvirke.registers.places.models.denominator import KINDS


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", required=True, type=click.Choice(KINDS), help="What is counted in FILE.")
@click.option("--year", required=True, type=click.IntRange(1990, 2100), help="They hold on 1 January of this year.")
@click.option("--title", required=True, help="Where they come from, as it will be cited.")
def command(file: Path, kind: str, year: int, title: str) -> None:
    """Import FILE, a CSV with the columns code and value. Rates are shown once every municipality has a number."""
    count = load_denominators(operator(), file, kind=kind, year=year, source=title)
    tell(
        Said(
            _("{count} municipality now has a number to divide by."),
            {"count": count},
            plural=_("{count} municipalities now have a number to divide by."),
        )
    )
