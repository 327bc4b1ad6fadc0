"""`samvirke analyse scan`: cases with places, population or controls of other files, or a SaTScan file."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path
from typing import Any

import click
import numpy as np

from samvirke.analysis.kit import Analysis
from samvirke.doors.cli.analyse import options
from samvirke.doors.cli.analyse.answer import Answer
from samvirke.doors.cli.analyse.command import command_for, common, file_of, named, to_plane
from samvirke.doors.cli.analyse.mapped import check_map, check_system, write_map
from samvirke.doors.cli.analyse.own.scan_tables import combined
from samvirke.doors.cli.main import language
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_FILES = {
    "places": _("File with a place and its x and y in each row, when FILE has only places."),
    "population": _("File with a place and its population in each row; or a column of FILE."),
    "controls": _("File with a place, its controls and, with time, the day in each row; or a column of FILE."),
}


def command(analysis: Analysis[..., Any]) -> click.Command:
    """The command, with the files that belong to the cases."""
    made = command_for(analysis)
    made.params = [
        click.Argument(["file"], metavar="FILE", required=False),
        *(each for each in options.columns(analysis) if each.name not in _FILES),
        *(click.Option([f"--{name}"], metavar="FILE", help=_say(words)) for name, words in _FILES.items()),
        click.Option(["--retrospective", "looks"], flag_value="retrospective", help=_say(_("Any window of time."))),
        click.Option(
            ["--prospective", "looks"], flag_value="prospective", help=_say(_("Windows that last until today."))
        ),
        click.Option(
            ["--satscan-parameters", "satscan"],
            metavar="FILE.prm",
            help=_say(_("Run a SaTScan parameter file with the data files beside it.")),
        ),
        *options.parameters(analysis),
        *common(analysis),
    ]
    made.callback = lambda **given: _run(analysis, given)
    return made


def _run(analysis: Analysis[..., Any], given: dict[str, Any]) -> None:
    check_map(given)
    generator, started = np.random.default_rng(given["seed"]), time.perf_counter()
    if given["satscan"]:
        answer = _as_in_satscan(analysis, given, generator)
    elif given["file"]:
        answer = _from_tables(analysis, given, generator)
    else:
        raise Refused.because(
            _("There is no file."), _("Name the file of the cases, or --satscan-parameters FILE.prm.")
        )
    answer = dataclasses.replace(answer, seconds=time.perf_counter() - started)
    click.echo(answer.as_json() if given["json"] else answer.as_text(language()))


def _as_in_satscan(analysis: Analysis[..., Any], given: dict[str, Any], generator: np.random.Generator) -> Answer:
    # Only those who bring such a file wait for its readers.
    from samvirke.doors.cli.analyse.satscan.run import run

    promise = given["alarms_per_year"] if given["alarms_per_year"] is not None else 1.0
    found, values = run(Path(given["satscan"]), generator, promise)
    return Answer(analysis, found, {**values, "seed": given["seed"]}, 0.0)


def _from_tables(analysis: Analysis[..., Any], given: dict[str, Any], generator: np.random.Generator) -> Answer:
    file = file_of(given)
    looks = {"when": given["looks"]} if given["looks"] else {}
    columns = {name: given.get(name) or name for name in ("x", "y", "time", "count", "place")}
    try:
        chosen = options.answered(analysis, given) | looks
        degrees = (given.get("crs") or "").upper() in _DEGREES
        asked = analysis.asks(**chosen | ({"distance": "sphere"} if degrees else {}))
        arrays, left_out = combined(file, given, asked)
        asked, system = (
            (asked, "EPSG:4326") if asked.distance == "sphere" else to_plane(arrays, asked, given.get("crs") or "")
        )
        check_system(given, system)
        result = analysis(**arrays, parameters=asked, generator=generator)
    except Refused as refusal:
        raise named(refusal, file, columns) from refusal
    write_map(given, result, system)
    parameters = {each.name: getattr(asked, each.name) for each in dataclasses.fields(asked)}
    return Answer(analysis, result, parameters | {"seed": given["seed"]}, 0.0, left_out, system)


_DEGREES = {"EPSG:4326", "EPSG:4258", "WGS84", "OGC:CRS84"}


def _say(words: str) -> str:
    return Said(words).text(language())
