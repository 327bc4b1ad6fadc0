"""`samvirke district check DIR`: says what is wrong with a district folder."""

from __future__ import annotations

import json
from pathlib import Path

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import language, tell
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.words import Said, _
from samvirke.handovers.district_folder.check import faults_of
from samvirke.handovers.district_folder.known import known_here
from samvirke.handovers.district_folder.read import read_folder


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the faults as JSON.")
def command(folder: Path, as_json: bool) -> int:
    """Check FOLDER and name file, key and remedy for every fault. Exit code 4 when there are any."""
    operator()

    try:
        read = read_folder(folder)
        faults: tuple[Fault, ...] = tuple(faults_of(read, known_here()))
    except Refused as refusal:
        faults = refusal.faults
    if as_json:
        click.echo(
            json.dumps([fault.stored() | {"text": fault.text(language())} for fault in faults], ensure_ascii=False)
        )
    else:
        for fault in faults:
            click.echo(fault.text(language()))
        if not faults:
            values = {"folder": folder, "bodies": len(read.bodies), "plans": len(read.plans)}
            tell(Said(_("{folder} is in order. Bodies: {bodies}; plans: {plans}."), values))
    return 4 if faults else 0
