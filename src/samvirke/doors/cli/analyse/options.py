"""Turns what an analysis declares into options of the command line, and their text into its parameters."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import click

from samvirke.analysis.kit import INPUTS, Analysis
from samvirke.doors.cli.analyse.file import File
from samvirke.doors.cli.analyse.table import columns_of
from samvirke.doors.cli.main import language
from samvirke.foundation.words import Said, _


class Numbers(click.ParamType):
    """Numbers with commas between them; `inf` is one."""

    name = "n,n,…"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[float, ...]:
        """The numbers of a text such as “0,100,inf”."""
        if isinstance(value, tuple):
            return value
        try:
            return tuple(float(each) for each in value.split(","))
        except ValueError:
            words = Said(_("“{value}” is not numbers with commas between them."), {"value": value})
            return self.fail(words.text(language()), param, ctx)


def columns(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    """An option for each column that is read (or, where single numbers are enough, for each number)."""
    return [_column(name, required, name == analysis.reading.several) for name, required in analysis.needs.items()]


def parameters(analysis: Analysis[..., Any]) -> list[click.Parameter]:
    """An option for each parameter, in the words of its form."""
    hints = get_type_hints(analysis.asks)
    return [_parameter(field, hints[field.name]) for field in dataclasses.fields(analysis.asks)]


def answered(analysis: Analysis[..., Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters that were given, weights read from their file."""
    hints = get_type_hints(analysis.asks)
    return {
        field.name: _weights(given[field.name], given)
        if get_origin(hints[field.name]) is Mapping
        else given[field.name]
        for field in dataclasses.fields(analysis.asks)
        if given[field.name] is not None
    }


def needed(analysis: Analysis[..., Any]) -> list[str]:
    """The parameters that have to be given, and those that have an example, with an example of each."""
    hints = get_type_hints(analysis.asks)
    fields = [
        each
        for each in dataclasses.fields(analysis.asks)
        if each.default is dataclasses.MISSING or each.metadata["example"]
    ]
    files = {each.name: f"{each.name}.csv" for each in fields if get_origin(hints[each.name]) is Mapping}
    return [
        f"{option(each.name)} {files.get(each.name) or each.metadata['example'] or each.name.upper()}"
        for each in fields
    ]


def option(name: str) -> str:
    """How a field is written as an option; a field that Python would take for a word of its own ends in “_”."""
    return f"--{name.rstrip('_').replace('_', '-')}"


def _weights(path: str, given: Mapping[str, Any]) -> dict[str, float]:
    """What is weighed, and how heavy it is: the first two columns of a file."""
    file = File(Path(path), decimal_comma=given["decimal_comma"])
    if len(file.columns) < 2:
        raise file.refusal(_("The file has no two columns."), _("Give a name and its weight in each row."))
    name, weight = file.columns[:2]
    found, _left_out = columns_of(file, {"offence": name, "weight": weight})
    names = found["offence"].tolist()
    twice = next((each for at, each in enumerate(names) if each in names[:at]), "")
    if twice:
        what = Said(_("“{name}” has more than one weight."), {"name": twice})
        raise file.refusal(what, _("Give each name once."), column=name)
    return dict(zip(names, found["weight"].tolist(), strict=True))


def _column(name: str, required: bool, several: bool) -> click.Parameter:
    if name not in INPUTS:
        return click.Option([option(name)], type=float, required=required, help=_say(_("The count, a whole number.")))
    shown = _say(_("column of that name")) if required else None
    words = _say(INPUTS[name].help) + (f" {_say(_('Give it again for further columns.'))}" if several else "")
    ending = f"  [{shown}]" if shown else ""
    return click.Option([option(name)], metavar="COLUMN", multiple=several, help=words + ending)


def _parameter(field: dataclasses.Field[Any], hint: Any) -> click.Parameter:
    needed = field.default is dataclasses.MISSING
    words = _say(field.metadata["help"])
    default = None if needed else _written(field.default)
    shown = f"  [{default}]" if default else ""
    kind = _type(hint, field.metadata["choices"])
    return click.Option([option(field.name), field.name], type=kind, required=needed, help=words + shown)


def _type(hint: Any, choices: tuple[str, ...]) -> Any:
    if choices:
        return click.Choice(choices)
    plain = next((each for each in get_args(hint) if each is not type(None)), hint) if _optional(hint) else hint
    if get_origin(plain) is tuple:
        return Numbers()
    return click.Path() if get_origin(plain) is Mapping else plain


def _optional(hint: Any) -> bool:
    return type(None) in get_args(hint)


def _written(value: Any) -> str:
    if isinstance(value, tuple):
        return ",".join(_written(each) for each in value)
    if isinstance(value, float):
        return "inf" if math.isinf(value) else f"{value:g}"
    return "" if value is None else str(value)


def _say(words: str) -> str:
    return Said(words).text(language())
