"""`samvirke import boundaries FILE`: brings official boundaries in as a new version."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.handovers.load_boundaries import load_boundary_file


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--code", required=True, help="The property that holds the municipality code, such as kommunekode.")
@click.option("--valid-from", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The first day they are in force.")
@click.option("--title", required=True, help="Where they come from, as it will be cited, such as “DAGI, May 2024”.")
@click.option(
    "--crs", default="EPSG:25832", show_default=True, help="The district's coordinate system to bring them into."
)
def command(file: Path, code: str, valid_from: datetime, title: str, crs: str) -> None:
    """Import FILE (GeoJSON or GeoPackage, in any coordinate system). They then replace the schematic ones on maps."""
    actor = operator()

    version = load_boundary_file(actor, file, crs=crs, code=code, valid_from=valid_from.date(), source=title)
    values = {"count": version.boundaries.count(), "day": version.valid_from}
    tell(
        Said(
            _("{count} municipality has these boundaries from {day}."),
            values,
            plural=_("{count} municipalities have these boundaries from {day}."),
        )
    )
