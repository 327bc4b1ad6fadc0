"""The command of an analysis that reads several files, such as sites in one and demand in another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from samvirke.analysis.kit import INPUTS, Analysis
from samvirke.doors.cli.analyse import options
from samvirke.doors.cli.analyse.clock import to_the_wall
from samvirke.doors.cli.analyse.file import File
from samvirke.doors.cli.analyse.making import command_of, file_of, option, say
from samvirke.doors.cli.analyse.plane import to_plane
from samvirke.doors.cli.analyse.question import Question, put
from samvirke.doors.cli.analyse.table import columns_of
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _


def command_for(analysis: Analysis[..., Any]) -> click.Command:
    """The command `samvirke analyse NAME`, with an option for each file; the foremost may stand without one."""
    return command_of(analysis, [*_files(analysis), *_columns(analysis)], _run, _example(analysis))


def _run(analysis: Analysis[..., Any], given: dict[str, Any]) -> None:
    files = _given_files(analysis, given)
    first = next(iter(analysis.files))
    names = {each: _asked_for(analysis, each, given, each != first or len(files) > 1) for each in files}
    columns = {name: (file, column) for each, file in files.items() for name, column in names[each].items()}

    def read() -> Question:
        asked = analysis.asks(**options.answered(analysis, given))
        arrays: dict[str, Any] = {}
        left_out = 0
        for each, file in files.items():
            found, missing = columns_of(file, names[each])
            arrays |= found
            left_out += missing
        to_the_wall(arrays, columns, given.get("clock") or "")
        return Question(arrays, *to_plane(arrays, asked, given.get("crs") or ""), left_out)

    put(analysis, given, columns, read)


def _given_files(analysis: Analysis[..., Any], given: Mapping[str, Any]) -> dict[str, File]:
    """The files that were named; those that hold what has to be given must be."""
    first = next(iter(analysis.files))
    paths = {each: given[each] for each in analysis.files} | {first: given[first] or given["file"]}
    missing = [each for each in _must_be(analysis) if not paths[each]]
    if missing:
        raise Refused.because(
            Said(_("The file of {name} is missing."), {"name": missing[0]}),
            Said(_("Give it with {option} FILE."), {"option": options.option(missing[0])}),
        )
    return {each: file_of(given, path, foremost=each == first) for each, path in paths.items() if path}


def _must_be(analysis: Analysis[..., Any]) -> list[str]:
    """The files in which something stands that has to be given."""
    return [each for each, inputs in analysis.files.items() if any(analysis.needs[name] for name in inputs)]


def _asked_for(analysis: Analysis[..., Any], file: str, given: Mapping[str, Any], placed: bool) -> dict[str, str]:
    """The columns to read from a file: those that have to be, those that were named, and where and when."""
    return {
        name: given[name] or _column(name)
        for name in analysis.files[file]
        if given[name] or analysis.needs[name] or (placed and _where_or_when(name))
    }


def _where_or_when(name: str) -> bool:
    """Whether an input that may be left out with its whole file has to be there when several files are."""
    return name.endswith(("_x", "_y", "_time"))


def _column(name: str) -> str:
    """What a column is called when nobody says: the file says the rest."""
    return name.rpartition("_")[2]


def _files(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    named = [option(options.option(each), _("CSV or Parquet file."), metavar="FILE") for each in analysis.files]
    return [click.Argument(["file"], required=False, metavar="[FILE]"), *named]


def _columns(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    return [
        click.Option([options.option(name)], metavar="COLUMN", help=f"{say(INPUTS[name].help)}  [{_column(name)}]")
        for inputs in analysis.files.values()
        for name in inputs
    ]


def _example(analysis: Analysis[..., Any]) -> list[str]:
    """What follows the name in a line to copy."""
    files = _must_be(analysis)
    if len(files) == 1:
        files = list(analysis.files)[:2]
    return [*(f"{options.option(each)} {each}.csv" for each in files), *options.needed(analysis)]
