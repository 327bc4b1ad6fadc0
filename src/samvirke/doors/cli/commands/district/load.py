"""`samvirke district load DIR`: brings a district in."""

from __future__ import annotations

from pathlib import Path

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import language, tell
from samvirke.foundation.words import Said, _
from samvirke.handovers.load_boundaries import load_schematic_boundaries
from samvirke.handovers.load_district import load_district


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Load the district in FOLDER: places, bodies, plan and commitments. Loading again brings in what has changed."""
    actor = operator()

    loaded = load_district(actor, folder)
    load_schematic_boundaries(actor, loaded.district)
    values = {
        "district": loaded.district.words.text(language()),
        "bodies": loaded.bodies,
        "sections": loaded.sections,
        "commitments": loaded.commitments,
    }
    what = _("{district} is loaded. Bodies: {bodies}; plan sections: {sections}; commitments: {commitments}.")
    tell(Said(what, values))
