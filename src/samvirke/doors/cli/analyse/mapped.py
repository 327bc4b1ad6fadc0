"""`--map FILE`: where an answer is, as a file for maps, for those analyses whose answer has a place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from samvirke.analysis.kit import Analysis, Result
from samvirke.doors.cli.main import language
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.insight.studies.map_file import refuse_ending, refuse_unnamed, write_map_file

_WORDS = _("Write where the answer is to this file for maps (.geojson, .gpkg or .parquet).")


def map_option(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    """The option, where there is something to write."""
    if analysis.gives.shapes is Result.shapes:
        return []
    return [click.Option(["--map"], metavar="FILE", help=Said(_WORDS).text(language()))]


def check_folder(out: str | None, key: str) -> None:
    """Refuse before the work what could not be kept after it."""
    if out and not os.access(Path(out).resolve().parent, os.W_OK):
        remedy = _("Name a folder that exists and that you may write in.")
        raise Refused.because(_("The file cannot be kept there."), remedy, key=key, file=out)


def check_map(given: Mapping[str, Any]) -> None:
    """Refuse before the work a file whose kind or folder is wrong."""
    if given.get("map"):
        check_folder(given["map"], "--map")
        refuse_ending(Path(given["map"]))


def check_system(given: Mapping[str, Any], system: str) -> None:
    """Refuse before the work a file of places in a system without a name."""
    if given.get("map"):
        refuse_unnamed(system)


def write_map(given: Mapping[str, Any], result: Result, system: str) -> None:
    """Write the file; an answer without any place leaves one that is empty of features."""
    shapes = result.shapes()
    if given.get("map") and shapes is not None:
        write_map_file(Path(given["map"]), shapes, system)
