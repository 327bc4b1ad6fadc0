"""`samvirke audit export FILE`: writes the trail for the verifier that stands alone."""

from __future__ import annotations

from pathlib import Path

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.trust.oversight.queries.export import export


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--with-names", is_flag=True, help="Also what can be forgotten: names, reasons, digests of persons.")
@click.option("--why", default="", help="What the names are for.")
def command(file: Path, with_names: bool, why: str) -> None:
    """Write every line of the trail to FILE as JSON, one a line, and its end."""
    count = export(operator(), file=file, persons=with_names, why=why)
    tell(Said(_("{count} lines of the trail are written to {file}."), {"count": count, "file": file}))
