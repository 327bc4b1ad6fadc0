"""What an analysis is: a question, the words that go with its answer, and a function from arrays to a result."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar, get_args, get_type_hints

from samvirke.analysis.kit.checks import refuse_unless
from samvirke.analysis.kit.description import About
from samvirke.analysis.kit.result import Result
from samvirke.foundation.words import _

Given = ParamSpec("Given")
Found = TypeVar("Found", bound=Result)


@dataclass(frozen=True)
class Input:
    """One array that an analysis may read; `kind` is number, instant or label."""

    name: str
    kind: str
    help: str


INPUTS = {
    each.name: each
    for each in (
        Input("x", "number", _("Easting in metres, or longitude with a coordinate system in degrees.")),
        Input("y", "number", _("Northing in metres, or latitude with a coordinate system in degrees.")),
        Input("time", "instant", _("When it happened, or the earliest it can have happened; also a day number.")),
        Input("end", "instant", _("The latest it can have happened.")),
        Input("count", "number", _("How many incidents the row stands for.")),
        Input("weight", "number", _("How heavy the row is, for example its harm.")),
        Input("site_x", "number", _("Easting or longitude of a place where one can stand.")),
        Input("site_y", "number", _("Northing or latitude of a place where one can stand.")),
        Input("demand_x", "number", _("Easting or longitude of demand.")),
        Input("demand_y", "number", _("Northing or latitude of demand.")),
        Input("present_x", "number", _("Easting or longitude of where one stands today.")),
        Input("present_y", "number", _("Northing or latitude of where one stands today.")),
        Input("population", "number", _("How many people at risk the row stands for.")),
        Input("controls", "number", _("How many controls the row stands for.")),
        Input("position", "number", _("Metres along the road.")),
        Input("injured", "number", _("How many were hurt.")),
        Input("traffic", "number", _("Vehicles a day.")),
        Input("length", "number", _("Length in kilometres.")),
        Input("expected", "number", _("How many such a place usually has.")),
        Input("score", "number", _("How high the map puts the cell.")),
        Input("cell_x", "number", _("Easting or longitude of the middle of the cell.")),
        Input("cell_y", "number", _("Northing or latitude of the middle of the cell.")),
        Input("area", "number", _("Area of the cell in square metres.")),
        Input("earlier", "number", _("Incidents of the cell in the period before.")),
        Input("test_x", "number", _("Easting or longitude of a later incident.")),
        Input("test_y", "number", _("Northing or latitude of a later incident.")),
        Input("history_x", "number", _("Easting or longitude of an earlier incident.")),
        Input("history_y", "number", _("Northing or latitude of an earlier incident.")),
        Input("history_time", "instant", _("When the earlier incident happened.")),
        Input("place", "label", _("Which place the row belongs to.")),
        Input("series", "label", _("Which series the row belongs to.")),
        Input("offence", "label", _("Which kind of offence the row is.")),
        Input("manner", "label", _("How it was done.")),
        Input("incident", "label", _("What the row is called, for example a case number.")),
        Input("minutes", "number", _("How many minutes it took.")),
        Input("answer", "number", _("1 for yes and 0 for no.")),
        Input("strata", "label", _("In which part of the population the person was drawn.")),
        Input("stratum_size", "number", _("How many people live in that part of the population.")),
    )
}


@dataclass(frozen=True)
class Reading:
    """How files are read for an analysis: what may be missing, whether there has to be one, what is kept.

    `files` names the files that its inputs come from where that is not one file of incidents, the foremost first;
    `several` an input that may be given as a mapping of columns. Where rows are to be `whole`, none is left out.
    """

    saves: str = ""
    may_miss: tuple[str, ...] = ()
    needs_file: bool = True
    example: str = ""
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    several: str = ""
    whole: bool = False


class Analysis(Generic[Given, Found]):
    """A function that answers one question, with its words; call it as the function it is."""

    __name__: str

    def __init__(self, function: Callable[Given, Found], about: About, reading: Reading) -> None:
        hints = get_type_hints(function)
        update_wrapper(self, function)
        self.function, self.about, self.reading = function, about, reading
        self.asks: type = get_args(hints["parameters"])[0]
        self.gives: type[Found] = hints["return"]
        self.gives.about = about

    def __call__(self, *args: Given.args, **kwargs: Given.kwargs) -> Found:
        return self.function(*args, **kwargs)

    def __reduce__(self) -> str:
        return self.__name__

    @property
    def saves(self) -> str:
        """The field of the result that is an array of its own."""
        return self.reading.saves

    @property
    def files(self) -> Mapping[str, tuple[str, ...]]:
        """The files that it reads where that is not one file of incidents."""
        return self.reading.files

    @property
    def needs(self) -> dict[str, bool]:
        """The names of what it reads, columns or single numbers, and whether each has to be given."""
        given = inspect.signature(self.function).parameters
        names = list(given)[: list(given).index("parameters")]
        return {name: given[name].default is inspect.Parameter.empty for name in names}

    @property
    def several(self) -> str:
        """The input that may be given as a mapping of columns."""
        return self.reading.several

    @property
    def reads_columns(self) -> bool:
        """Whether it reads columns of a table; otherwise single numbers are enough."""
        return all(name in INPUTS for name in self.needs)

    @property
    def draws(self) -> bool:
        """Whether chance has a part in it, so that a generator is to be injected."""
        return "generator" in inspect.signature(self.function).parameters


def analysis(
    *,
    name: str,
    question: str,
    method: str,
    caution: str,
    reference: str,
    version: int = 1,
    saves: str = "",
    may_miss: tuple[str, ...] = (),
    needs_file: bool = True,
    example: str = "",
    files: Mapping[str, tuple[str, ...]] | None = None,
    several: str = "",
    whole: bool = False,
) -> Callable[[Callable[Given, Found]], Analysis[Given, Found]]:
    """Declare an analysis.

    The function takes arrays named as in `INPUTS` (or single numbers), then `parameters`, then perhaps
    `generator`. `saves` names the field of the result that is an array of its own, to be kept in a file;
    `may_miss` names the inputs in which a value may be missing without the row being left out. Where a
    file is not needed, everything can be said in parameters. `example` is what a line to copy says of them;
    `files`, `several` and `whole` as in `Reading`.
    """
    about = About(name, question, method, caution, reference, version)
    reading = Reading(saves, may_miss, needs_file, example, files or {}, several, whole)
    return lambda function: Analysis(function, about, reading)


def asked(
    label: str,
    explained: str,
    default: Any = dataclasses.MISSING,
    *,
    choices: tuple[str, ...] = (),
    example: str = "",
) -> Any:
    """A field of a parameter class, with the words of its form, the values it can take, and one to show."""
    metadata = {"label": label, "help": explained, "choices": choices, "example": example}
    return dataclasses.field(default=default, metadata=metadata)


def check_choices(parameters: Any) -> None:
    """Refuse a value that is not among the `choices` of its field; raises `Refused`, naming field and choices."""
    for each in dataclasses.fields(parameters):
        choices, value = each.metadata["choices"], getattr(parameters, each.name)
        refuse_unless(
            not choices or value in choices,
            _("“{name}” is not a choice."),
            _("Choose one of {names}."),
            key=each.name,
            name=value,
            names=", ".join(choices),
        )
