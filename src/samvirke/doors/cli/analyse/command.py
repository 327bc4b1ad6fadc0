"""Makes the command of an analysis out of what the analysis declares, and runs it."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path
from typing import Any

import click
import numpy as np

from samvirke.analysis.kit import INPUTS, Analysis
from samvirke.doors.cli.analyse import options, several
from samvirke.doors.cli.analyse.answer import Answer
from samvirke.doors.cli.analyse.clock import on_the_wall, refuse_offsets
from samvirke.doors.cli.analyse.file import File
from samvirke.doors.cli.analyse.gathered import apart, together
from samvirke.doors.cli.analyse.mapped import check_folder, check_map, check_system, map_option, write_map
from samvirke.doors.cli.analyse.plane import plane_of
from samvirke.doors.cli.analyse.solved import series_of
from samvirke.doors.cli.analyse.table import columns_of
from samvirke.doors.cli.main import language
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _


def command_for(analysis: Analysis[..., Any]) -> click.Command:
    """The command `samvirke analyse NAME`."""
    if analysis.files:
        return several.command_for(analysis)
    about = analysis.about
    words = [Said(each).text(language()) for each in (about.question, about.method + ".", about.caution)]
    return click.Command(
        about.name,
        params=[*_file(analysis), *options.columns(analysis), *options.parameters(analysis), *common(analysis)],
        callback=lambda **given: _run(analysis, given),
        help="\n\n".join([*words, about.reference]),
        short_help=words[0],
        epilog=_example(analysis),
    )


def _run(analysis: Analysis[..., Any], given: dict[str, Any]) -> None:
    check_folder(given.get("out"), "--out")
    check_map(given)
    file = file_of(given) if analysis.reads_columns and given["file"] else None
    columns = {name: given[name] or name for name, needed in analysis.needs.items() if given[name] or needed}
    columns = apart(columns, analysis.reading.several, file.columns if file else [])
    try:
        asked = analysis.asks(**options.answered(analysis, given))
        arrays, left_out = _arrays(file, columns, analysis, given)
        _to_wall(file, columns, arrays, given.get("clock") or "")
        asked, system = to_plane(arrays, asked, given.get("crs") or "")
        check_system(given, system)
        draws = {"generator": np.random.default_rng(given["seed"])} if analysis.draws else {}
        started = time.perf_counter()
        result = analysis(**arrays, parameters=asked, **draws)
        seconds = time.perf_counter() - started
    except Refused as refusal:
        raise named(refusal, file, columns) from refusal
    if given.get("out"):
        np.save(given["out"], getattr(result, analysis.saves))
    write_map(given, result, system)
    chosen = {each.name.rstrip("_"): getattr(asked, each.name) for each in dataclasses.fields(asked)}
    chosen |= {"seed": given["seed"]} if analysis.draws else {}
    answer = Answer(analysis, result, chosen, seconds, left_out, system)
    click.echo(answer.as_json() if given["json"] else answer.as_text(language()))


def _solved(arrays: dict[str, Any], path: str) -> dict[str, Any]:
    """The series of solved offences, from a file of their own."""
    if "incident" not in arrays:
        what = _("Without --incident the solved offences cannot be found in the table.")
        raise Refused.because(what, _("Name the column that names the offences."), key="--incident")
    return {"series": series_of(path, arrays["incident"].tolist())}


def _arrays(
    file: File | None, columns: dict[str, str], analysis: Analysis[..., Any], given: dict[str, Any]
) -> tuple[dict[str, Any], int]:
    """The columns of the file, or the single numbers that were given, and how many rows were left out."""
    if file:
        how = analysis.reading
        found, left_out = columns_of(file, columns, how.may_miss, whole=how.whole)
        arrays = together(found, columns, how.several)
        return arrays | (_solved(arrays, given["solved"]) if given.get("solved") else {}), left_out
    if analysis.reads_columns and columns:
        what = Said(_("There are columns ({names}), but no file."), {"names": ", ".join(columns.values())})
        raise Refused.because(what, _("Give the file first."))
    return {name: given[name] for name in columns}, 0


def _to_wall(file: File | None, columns: dict[str, str], arrays: dict[str, Any], clock: str) -> None:
    """Times that are in UTC, brought to the clock on the wall of a zone."""
    instants = [each for each in arrays if each in INPUTS and INPUTS[each].kind == "instant"]
    if file and clock and instants:
        refuse_offsets(file, [columns[each] for each in instants])
        arrays |= {each: on_the_wall(arrays[each], clock) for each in instants}


def to_plane(arrays: dict[str, Any], asked: Any, crs: str) -> tuple[Any, str]:
    """Coordinates, and bounds among the parameters, brought to metres; and in which system they then are."""
    if "x" not in arrays:
        return asked, ""
    plane = plane_of(arrays["x"], arrays["y"], crs)
    arrays["x"], arrays["y"] = plane.points(arrays["x"], arrays["y"])
    bounds = getattr(asked, "bounds", None)
    return dataclasses.replace(asked, bounds=plane.box(bounds)) if bounds else asked, plane.name


def named(refusal: Refused, file: File | None, columns: dict[str, str]) -> Refused:
    """The refusal of an analysis in the words of the command line: the file's columns, the options."""
    return Refused(
        *(
            dataclasses.replace(
                fault,
                file=fault.file or (str(file.path) if file and fault.column else ""),
                column=columns.get(fault.column, fault.column) if file else "",
                key=options.option(fault.key or fault.column) if fault.key or not file else "",
            )
            for fault in refusal.faults
        )
    )


def file_of(given: dict[str, Any]) -> File:
    names = tuple(each.strip() for each in (given["names"] or "").split(",") if each.strip())
    skip = given.get("skip_missing", False)
    return File(Path(given["file"]), names, given["decimal_comma"], given.get("time_format") or "", skip)


def _file(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    needed = analysis.reading.needs_file
    shown = "FILE" if needed else "[FILE]"
    return [click.Argument(["file"], metavar=shown, required=needed)] if analysis.reads_columns else []


def common(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    """Options that do not belong to one analysis: how the file is read, how chance is drawn, how to answer."""
    found: list[click.Parameter] = []
    if analysis.reads_columns:
        found += [
            _option("--names", _("Names of the columns of a file without a header, with commas."), metavar="NAMES"),
            _option("--decimal-comma", _("Numbers are written 1.234,5."), is_flag=True),
        ]
    if analysis.reads_columns and not analysis.reading.whole:
        found.append(_option("--skip-missing", _("Leave out rows with empty values, and say how many."), is_flag=True))
    if any(INPUTS[name].kind == "instant" for name in analysis.needs if name in INPUTS):
        found.append(_option("--time-format", _("How times are written, for example %d-%m-%Y."), metavar="FORMAT"))
        words = _("Times are in UTC; bring them to the clock of this zone, for example Europe/Copenhagen.")
        found.append(_option("--clock", words, metavar="ZONE"))
    if "series" in analysis.needs and "incident" in analysis.needs:
        words = _("A file of solved offences: a label of the series, and the name of the offence.")
        found.append(_option("--solved", words, metavar="FILE"))
    if "x" in analysis.needs:
        words = _("System of the coordinates, for example EPSG:4326 for degrees; without it they are metres.")
        found.append(_option("--crs", words, metavar="CODE"))
    if analysis.draws:
        found.append(
            _option(
                "--seed",
                _("Where chance begins; the same seed gives the same answer."),
                type=click.IntRange(min=0),
                default=1,
            )
        )
    if analysis.saves:
        found.append(_option("--out", _("Keep the array in this file, as numpy writes it (.npy)."), metavar="FILE"))
    found += map_option(analysis)
    return [*found, _option("--json", _("Answer with one JSON object."), is_flag=True)]


def _option(name: str, words: str, **more: Any) -> click.Option:
    return click.Option([name], help=Said(words).text(language()), **more)


def _example(analysis: Analysis[..., Any]) -> str:
    """A line to copy."""
    if analysis.reading.example:
        return f"samvirke analyse {analysis.about.name} {analysis.reading.example} --json"
    needed = [name for name, required in analysis.needs.items() if required] or list(analysis.needs)[:1]
    columns = [
        f"{options.option(name)} {name if analysis.reads_columns else 10 + at}" for at, name in enumerate(needed)
    ]
    file = ["incidents.csv"] if analysis.reads_columns else []
    return " ".join(["samvirke", "analyse", analysis.about.name, *file, *columns, *options.needed(analysis), "--json"])
