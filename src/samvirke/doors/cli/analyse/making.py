"""What the commands of all analyses have in common: their words, and the options that belong to none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from samvirke.analysis.kit import INPUTS, Analysis
from samvirke.doors.cli.analyse import options
from samvirke.doors.cli.analyse.file import File
from samvirke.doors.cli.analyse.mapped import map_option
from samvirke.doors.cli.main import language
from samvirke.foundation.words import Said, _


def command_of(
    analysis: Analysis[..., Any],
    own: list[click.Parameter],
    run: Callable[[Analysis[..., Any], dict[str, Any]], None],
    example: Iterable[str],
) -> click.Command:
    """The command `samvirke analyse NAME`: its `own` parameters, those of the analysis, and the common ones."""
    about = analysis.about
    words = [say(each) for each in (about.question, about.method + ".", about.caution)]
    return click.Command(
        about.name,
        params=[*own, *options.parameters(analysis), *_common(analysis)],
        callback=lambda **given: run(analysis, given),
        help="\n\n".join([*words, about.reference]),
        short_help=words[0],
        epilog=" ".join(["samvirke", "analyse", about.name, *example, "--json"]),
    )


def file_of(given: Mapping[str, Any], path: str, *, foremost: bool = True) -> File:
    """A file, read as was said; the names that were given are those of the foremost one's columns."""
    said = (given["names"] or "") if foremost else ""
    names = tuple(each.strip() for each in said.split(",") if each.strip())
    written = given.get("time_format") or ""
    return File(Path(path), names, given["decimal_comma"], written, given.get("skip_missing", False))


def option(name: str, words: str, **more: Any) -> click.Option:
    """An option that says what it is for."""
    return click.Option([name], help=say(words), **more)


def say(words: str) -> str:
    """Words in the language of the command line."""
    return Said(words).text(language())


def _common(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    """Options for how the file is read, how chance is drawn, and how to answer."""
    found = _reading(analysis) if analysis.reads_columns else []
    if "series" in analysis.needs and "incident" in analysis.needs:
        words = _("A file of solved offences: a label of the series, and the name of the offence.")
        found.append(option("--solved", words, metavar="FILE"))
    if any(name == "x" or name.endswith("_x") for name in analysis.needs):
        words = _("System of the coordinates, for example EPSG:4326 for degrees; without it they are metres.")
        found.append(option("--crs", words, metavar="CODE"))
    if analysis.draws:
        words = _("Where chance begins; the same seed gives the same answer.")
        found.append(option("--seed", words, type=click.IntRange(min=0), default=1))
    if analysis.saves:
        found.append(option("--out", _("Keep the array in this file, as numpy writes it (.npy)."), metavar="FILE"))
    return [*found, *map_option(analysis), option("--json", _("Answer with one JSON object."), is_flag=True)]


def _reading(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    first = _("Names of the columns of the first file, where it has no header.")
    names = first if analysis.files else _("Names of the columns of a file without a header, with commas.")
    found: list[click.Parameter] = [
        option("--names", names, metavar="NAMES"),
        option("--decimal-comma", _("Numbers are written 1.234,5."), is_flag=True),
    ]
    if not analysis.reading.whole:
        words = _("Leave out rows with empty values, and say how many.")
        found.append(option("--skip-missing", words, is_flag=True))
    if any(INPUTS[name].kind == "instant" for name in analysis.needs if name in INPUTS):
        found.append(option("--time-format", _("How times are written, for example %d-%m-%Y."), metavar="FORMAT"))
        words = _("Times are in UTC; bring them to the clock of this zone, for example Europe/Copenhagen.")
        found.append(option("--clock", words, metavar="ZONE"))
    return found
