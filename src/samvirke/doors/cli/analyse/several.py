"""The command of an analysis that reads several files, such as sites in one and demand in another."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import numpy as np

from samvirke.analysis.kit import INPUTS, Analysis
from samvirke.doors.cli.analyse import options
from samvirke.doors.cli.analyse.answer import Answer
from samvirke.doors.cli.analyse.file import File
from samvirke.doors.cli.analyse.mapped import check_map, check_system, map_option, write_map
from samvirke.doors.cli.analyse.plane import plane_of
from samvirke.doors.cli.analyse.table import columns_of
from samvirke.doors.cli.main import language
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

Columns = dict[str, str]


def command_for(analysis: Analysis[..., Any]) -> click.Command:
    """The command `samvirke analyse NAME`, with an option for each file; the foremost may stand without one."""
    about = analysis.about
    words = [_say(each) for each in (about.question, about.method + ".", about.caution)]
    return click.Command(
        about.name,
        params=[*_files(analysis), *_columns(analysis), *options.parameters(analysis), *_common(analysis)],
        callback=lambda **given: _run(analysis, given),
        help="\n\n".join([*words, about.reference]),
        short_help=words[0],
        epilog=_example(analysis),
    )


def _run(analysis: Analysis[..., Any], given: dict[str, Any]) -> None:
    check_map(given)
    files = _given_files(analysis, given)
    first = next(iter(analysis.files))
    columns = {each: _asked_for(analysis, each, given, each != first or len(files) > 1) for each in files}
    try:
        asked = analysis.asks(**options.answered(analysis, given))
        arrays, left_out = _read(files, columns)
        system = _to_plane(arrays, given.get("crs") or "")
        check_system(given, system)
        draws = {"generator": np.random.default_rng(given["seed"])} if analysis.draws else {}
        started = time.perf_counter()
        result = analysis(**arrays, parameters=asked, **draws)
        seconds = time.perf_counter() - started
    except Refused as refusal:
        raise _named(refusal, files, columns) from refusal
    write_map(given, result, system)
    chosen = {each.name: getattr(asked, each.name) for each in dataclasses.fields(asked)}
    chosen |= {"seed": given["seed"]} if analysis.draws else {}
    answer = Answer(analysis, result, chosen, seconds, left_out, system)
    click.echo(answer.as_json() if given["json"] else answer.as_text(language()))


def _given_files(analysis: Analysis[..., Any], given: Mapping[str, Any]) -> dict[str, File]:
    """The files that were named; those that hold what has to be given must be."""
    first = next(iter(analysis.files))
    names = {each: given[each] for each in analysis.files} | {first: given[first] or given["file"]}
    missing = [
        each
        for each, inputs in analysis.files.items()
        if not names[each] and any(analysis.needs[name] for name in inputs)
    ]
    if missing:
        raise Refused.because(
            Said(_("The file of {name} is missing."), {"name": missing[0]}),
            Said(_("Give it with {option} FILE."), {"option": options.option(missing[0])}),
        )
    columns = tuple(each.strip() for each in (given["names"] or "").split(",") if each.strip())
    return {
        each: File(
            Path(path),
            columns if each == first else (),
            given["decimal_comma"],
            given.get("time_format") or "",
            given["skip_missing"],
        )
        for each, path in names.items()
        if path
    }


def _asked_for(analysis: Analysis[..., Any], file: str, given: Mapping[str, Any], placed: bool) -> Columns:
    """The columns to read from a file: those that have to be, those that were named, and where and when."""
    return {
        name: given[name] or _column(name)
        for name in analysis.files[file]
        if given[name] or analysis.needs[name] or (placed and _where_or_when(name))
    }


def _where_or_when(name: str) -> bool:
    """Whether an input that may be left out with its whole file has to be there when several files are."""
    return name.endswith(("_x", "_y", "_time"))


def _read(files: Mapping[str, File], columns: Mapping[str, Columns]) -> tuple[dict[str, Any], int]:
    arrays: dict[str, Any] = {}
    left_out = 0
    for each, file in files.items():
        found, missing = columns_of(file, columns[each])
        arrays |= found
        left_out += missing
    return arrays, left_out


def _to_plane(arrays: dict[str, Any], crs: str) -> str:
    """All coordinates brought to the plane of the first, and in which system they then are."""
    pairs = [(name, f"{name[:-1]}y") for name in arrays if name == "x" or name.endswith("_x")]
    if not pairs:
        return ""
    # One plane for all: it is made for everything there is.
    east, north = (np.concatenate([arrays[pair[axis]] for pair in pairs]) for axis in (0, 1))
    plane = plane_of(east, north, crs)
    for x, y in pairs:
        arrays[x], arrays[y] = plane.points(arrays[x], arrays[y])
    return plane.name


def _named(refusal: Refused, files: Mapping[str, File], columns: Mapping[str, Columns]) -> Refused:
    """The refusal of an analysis in the words of the command line: the file, its columns, the options."""
    holder = {name: each for each, held in columns.items() for name in held}

    def fault_in_words(fault: Any) -> Any:
        file = files[holder[fault.column]] if fault.column in holder else None
        return dataclasses.replace(
            fault,
            file=fault.file or (str(file.path) if file else ""),
            column=columns[holder[fault.column]][fault.column] if file else fault.column,
            key=options.option(fault.key) if fault.key else "",
        )

    return Refused(*(fault_in_words(fault) for fault in refusal.faults))


def _column(name: str) -> str:
    """What a column is called when nobody says: the file says the rest."""
    return name.rpartition("_")[2]


def _files(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    named = [_option(options.option(each), _("CSV or Parquet file."), metavar="FILE") for each in analysis.files]
    return [click.Argument(["file"], required=False, metavar="[FILE]"), *named]


def _columns(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    return [
        click.Option([options.option(name)], metavar="COLUMN", help=f"{_say(INPUTS[name].help)}  [{_column(name)}]")
        for inputs in analysis.files.values()
        for name in inputs
    ]


def _common(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    found: list[click.Parameter] = [
        _option("--names", _("Names of the columns of the first file, where it has no header."), metavar="NAMES"),
        _option("--skip-missing", _("Leave out rows with empty values, and say how many."), is_flag=True),
        _option("--decimal-comma", _("Numbers are written 1.234,5."), is_flag=True),
    ]
    if any(INPUTS[name].kind == "instant" for name in analysis.needs):
        found.append(_option("--time-format", _("How times are written, for example %d-%m-%Y."), metavar="FORMAT"))
    if any(name == "x" or name.endswith("_x") for name in analysis.needs):
        words = _("System of the coordinates, for example EPSG:4326 for degrees; without it they are metres.")
        found.append(_option("--crs", words, metavar="CODE"))
    if analysis.draws:
        words = _("Where chance begins; the same seed gives the same answer.")
        found.append(_option("--seed", words, type=click.IntRange(min=0), default=1))
    found += map_option(analysis)
    return [*found, _option("--json", _("Answer with one JSON object."), is_flag=True)]


def _option(name: str, words: str, **more: Any) -> click.Option:
    return click.Option([name], help=_say(words), **more)


def _example(analysis: Analysis[..., Any]) -> str:
    """A line to copy."""
    files = [each for each, inputs in analysis.files.items() if any(analysis.needs[name] for name in inputs)]
    if len(files) == 1:
        files = list(analysis.files)[:2]
    needed = [f"{options.option(each)} {each}.csv" for each in files]
    return " ".join(["samvirke", "analyse", analysis.about.name, *needed, *options.needed(analysis), "--json"])


def _say(words: str) -> str:
    return Said(words).text(language())
