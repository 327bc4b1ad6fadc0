"""Turns what somebody wrote in a form or on a command line into the parameters of an analysis, and back for keeping."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from typing import Any, get_args, get_origin, get_type_hints

from samvirke.analysis.kit import Analysis
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _


@dataclasses.dataclass(frozen=True)
class Question:
    """One parameter as a form shows it; one that is `needed` has no value of its own."""

    name: str
    label: Said
    help: Said
    written: str
    choices: tuple[str, ...]
    needed: bool


def questions(analysis: Analysis[..., Any]) -> list[Question]:
    """The parameters of an analysis that can be written in a form, with what stands there at first."""
    hints = get_type_hints(analysis.asks)
    return [
        Question(
            each.name,
            Said(each.metadata["label"]),
            Said(each.metadata["help"]),
            "" if each.default is dataclasses.MISSING else written(each.default),
            each.metadata["choices"],
            each.default is dataclasses.MISSING,
        )
        for each in dataclasses.fields(analysis.asks)
        if get_origin(hints[each.name]) is not Mapping
    ]


def parameters_of(analysis: Analysis[..., Any], texts: Mapping[str, str]) -> Any:
    """The parameters that were written; what is empty or absent keeps its default. Raises `Refused`, by parameter."""
    hints = get_type_hints(analysis.asks)
    unknown = sorted(set(texts) - set(hints))
    if unknown:
        what = Said(_("There is no parameter called {name}."), {"name": unknown[0]})
        remedy = Said(_("Choose one of {names}."), {"names": ", ".join(hints)})
        raise Refused.because(what, remedy, key=unknown[0])
    given = {name: _read(name, text.strip(), hints[name]) for name, text in texts.items() if text.strip()}
    for each in questions(analysis):
        if each.needed and each.name not in given:
            what = Said(_("{label}: nothing is written."), {"label": each.label})
            raise Refused.because(what, each.help, key=each.name)
    return analysis.asks(**given)


def stored(parameters: Any) -> dict[str, str]:
    """Parameters as they are kept: each as the text that gives it again."""
    return {
        each.name: written(getattr(parameters, each.name))
        for each in dataclasses.fields(parameters)
        if getattr(parameters, each.name) is not None
    }


def written(value: Any) -> str:
    """A value as one writes it."""
    if isinstance(value, tuple):
        return ",".join(written(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return "inf" if math.isinf(value) else repr(value).removesuffix(".0")
    return "" if value is None else str(value)


def _read(name: str, text: str, hint: Any) -> Any:
    plain = next((each for each in get_args(hint) if each is not type(None)), hint) if _optional(hint) else hint
    try:
        if get_origin(plain) is tuple:
            kinds = get_args(plain)
            return tuple(kinds[0](each.strip()) for each in text.split(","))
        if plain is bool:
            return {"yes": True, "no": False}[text]
        return plain(text)
    except (ValueError, KeyError, OverflowError) as error:
        what = Said(_("“{value}” cannot be read here."), {"value": text})
        raise Refused.because(what, _("Write it as the words beside the field say."), key=name) from error


def _optional(hint: Any) -> bool:
    return type(None) in get_args(hint)
