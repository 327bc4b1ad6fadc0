"""`samvirke analyse scan`: cases with places, population or controls of other files, or a SaTScan file."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import click
import numpy as np

from samvirke.analysis.kit import Analysis
from samvirke.doors.cli.analyse import options
from samvirke.doors.cli.analyse.answer import Answer
from samvirke.doors.cli.analyse.clock import to_the_wall
from samvirke.doors.cli.analyse.making import command_of, file_of, option, say
from samvirke.doors.cli.analyse.own.scan_tables import combined
from samvirke.doors.cli.analyse.plane import to_plane
from samvirke.doors.cli.analyse.question import Question, put, show
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _

_FILES = {
    "places": _("File with a place and its x and y in each row, when FILE has only places."),
    "population": _("File with a place and its population in each row; or a column of FILE."),
    "controls": _("File with a place, its controls and, with time, the day in each row; or a column of FILE."),
}
_DEGREES = {"EPSG:4326", "EPSG:4258", "WGS84", "OGC:CRS84"}


def command(analysis: Analysis[..., Any]) -> click.Command:
    """The command, with the files that belong to the cases."""
    own = [
        click.Argument(["file"], metavar="FILE", required=False),
        *(each for each in options.columns(analysis) if each.name not in _FILES),
        *(option(f"--{name}", words, metavar="FILE") for name, words in _FILES.items()),
        _looks("retrospective", _("Any window of time.")),
        _looks("prospective", _("Windows that last until today.")),
        click.Option(
            ["--satscan-parameters", "satscan"],
            metavar="FILE.prm",
            help=say(_("Run a SaTScan parameter file with the data files beside it.")),
        ),
    ]
    return command_of(analysis, own, _run, ["incidents.csv", "--x x", "--y y", *options.needed(analysis)])


def _looks(name: str, words: str) -> click.Option:
    return click.Option([f"--{name}", "looks"], flag_value=name, help=say(words))


def _run(analysis: Analysis[..., Any], given: dict[str, Any]) -> None:
    if given["satscan"]:
        show(_as_in_satscan(analysis, given), given)
    elif given["file"]:
        _from_tables(analysis, given)
    else:
        raise Refused.because(
            _("There is no file."), _("Name the file of the cases, or --satscan-parameters FILE.prm.")
        )


def _as_in_satscan(analysis: Analysis[..., Any], given: dict[str, Any]) -> Answer:
    if given["map"]:
        raise Refused.because(_("The answer to a SaTScan file is not written for maps."), _("Leave --map out."))
    # Only those who bring such a file wait for its readers.
    from samvirke.doors.cli.analyse.satscan.run import run

    promise = given["alarms_per_year"] if given["alarms_per_year"] is not None else 1.0
    started = time.perf_counter()
    found, values = run(Path(given["satscan"]), np.random.default_rng(given["seed"]), promise)
    return Answer(analysis, found, {**values, "seed": given["seed"]}, time.perf_counter() - started)


def _from_tables(analysis: Analysis[..., Any], given: dict[str, Any]) -> None:
    file, crs = file_of(given, given["file"]), given.get("crs") or ""
    columns = {name: (file, given.get(name) or name) for name in ("x", "y", "time", "count", "place")}

    def read() -> Question:
        looks = {"when": given["looks"]} if given["looks"] else {}
        degrees = {"distance": "sphere"} if crs.upper() in _DEGREES else {}
        asked = analysis.asks(**options.answered(analysis, given) | looks | degrees)
        arrays, left_out = combined(file, given, asked)
        to_the_wall(arrays, columns, given.get("clock") or "")
        if asked.distance == "sphere":
            return Question(arrays, asked, "EPSG:4326", left_out)
        return Question(arrays, *to_plane(arrays, asked, crs), left_out)

    put(analysis, given, columns, read)
