"""Makes the command of an analysis that reads one file out of what the analysis declares."""

from __future__ import annotations

from typing import Any

import click

from samvirke.analysis.kit import Analysis
from samvirke.doors.cli.analyse import options, several
from samvirke.doors.cli.analyse.clock import to_the_wall
from samvirke.doors.cli.analyse.file import File
from samvirke.doors.cli.analyse.gathered import apart, together
from samvirke.doors.cli.analyse.making import command_of, file_of
from samvirke.doors.cli.analyse.plane import to_plane
from samvirke.doors.cli.analyse.question import Question, put
from samvirke.doors.cli.analyse.solved import series_of
from samvirke.doors.cli.analyse.table import columns_of
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _


def command_for(analysis: Analysis[..., Any]) -> click.Command:
    """The command `samvirke analyse NAME`."""
    if analysis.files:
        return several.command_for(analysis)
    return command_of(analysis, [*_file(analysis), *options.columns(analysis)], _run, _example(analysis))


def _run(analysis: Analysis[..., Any], given: dict[str, Any]) -> None:
    file = file_of(given, given["file"]) if analysis.reads_columns and given["file"] else None
    names = {name: given[name] or name for name, needed in analysis.needs.items() if given[name] or needed}
    names = apart(names, analysis.reading.several, file.columns if file else [])
    columns = {name: (file, column) for name, column in names.items()} if file else {}

    def read() -> Question:
        asked = analysis.asks(**options.answered(analysis, given))
        arrays, left_out = _arrays(file, names, analysis, given)
        to_the_wall(arrays, columns, given.get("clock") or "")
        return Question(arrays, *to_plane(arrays, asked, given.get("crs") or ""), left_out)

    put(analysis, given, columns, read)


def _arrays(
    file: File | None, names: dict[str, str], analysis: Analysis[..., Any], given: dict[str, Any]
) -> tuple[dict[str, Any], int]:
    """The columns of the file, or the single numbers that were given, and how many rows were left out."""
    if file:
        how = analysis.reading
        found, left_out = columns_of(file, names, how.may_miss, whole=how.whole)
        arrays = together(found, names, how.several)
        return arrays | (_solved(arrays, given["solved"]) if given.get("solved") else {}), left_out
    if analysis.reads_columns and names:
        what = Said(_("There are columns ({names}), but no file."), {"names": ", ".join(names.values())})
        raise Refused.because(what, _("Give the file first."))
    return {name: given[name] for name in names}, 0


def _solved(arrays: dict[str, Any], path: str) -> dict[str, Any]:
    """The series of solved offences, from a file of their own."""
    if "incident" not in arrays:
        what = _("Without --incident the solved offences cannot be found in the table.")
        raise Refused.because(what, _("Name the column that names the offences."), key="--incident")
    return {"series": series_of(path, arrays["incident"].tolist())}


def _file(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    needed = analysis.reading.needs_file
    shown = "FILE" if needed else "[FILE]"
    return [click.Argument(["file"], metavar=shown, required=needed)] if analysis.reads_columns else []


def _example(analysis: Analysis[..., Any]) -> list[str]:
    """What follows the name in a line to copy."""
    if analysis.reading.example:
        return [analysis.reading.example]
    needed = [name for name, required in analysis.needs.items() if required] or list(analysis.needs)[:1]
    columns = [
        f"{options.option(name)} {name if analysis.reads_columns else 10 + at}" for at, name in enumerate(needed)
    ]
    return [*(["incidents.csv"] if analysis.reads_columns else []), *columns, *options.needed(analysis)]
