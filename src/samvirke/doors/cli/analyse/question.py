"""A question is put to an analysis: what was read is answered, kept and shown; a refusal names file and column."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import click
import numpy as np

from samvirke.analysis.kit import Analysis
from samvirke.doors.cli.analyse import options
from samvirke.doors.cli.analyse.answer import Answer
from samvirke.doors.cli.analyse.file import File
from samvirke.doors.cli.analyse.mapped import check_folder, check_map, check_system, write_map
from samvirke.doors.cli.main import language
from samvirke.foundation.fault import Fault, Refused

# From which column of which file an input is read.
Columns = Mapping[str, tuple[File, str]]


@dataclass(frozen=True)
class Question:
    """The arrays and parameters of an analysis, how many rows were left out, and the system of the coordinates."""

    arrays: dict[str, Any]
    asked: Any
    system: str = ""
    left_out: int = 0


def put(analysis: Analysis[..., Any], given: dict[str, Any], columns: Columns, read: Callable[[], Question]) -> None:
    """Read the question, have it answered, and show the answer; files that cannot be written are refused before."""
    check_folder(given.get("out"), "--out")
    check_map(given)
    try:
        question = read()
        check_system(given, question.system)
        draws = {"generator": np.random.default_rng(given["seed"])} if analysis.draws else {}
        started = time.perf_counter()
        result = analysis(**question.arrays, parameters=question.asked, **draws)
        seconds = time.perf_counter() - started
    except Refused as refusal:
        raise _in_words(refusal, columns) from refusal
    if given.get("out"):
        np.save(given["out"], getattr(result, analysis.saves))
    write_map(given, result, question.system)
    chosen = {each.name.rstrip("_"): getattr(question.asked, each.name) for each in dataclasses.fields(question.asked)}
    chosen |= {"seed": given["seed"]} if analysis.draws else {}
    show(Answer(analysis, result, chosen, seconds, question.left_out, question.system), given)


def show(answer: Answer, given: Mapping[str, Any]) -> None:
    """Write the answer as it was asked for."""
    click.echo(answer.as_json() if given["json"] else answer.as_text(language()))


def _in_words(refusal: Refused, columns: Columns) -> Refused:
    """The refusal of an analysis in the words of the command line: the file, its columns, the options."""
    files = {str(file.path) for file, _column in columns.values()}
    only = files.pop() if len(files) == 1 else ""

    def in_words(fault: Fault) -> Fault:
        file, column = columns.get(fault.column, (None, fault.column))
        path = str(file.path) if file else only if fault.column else ""
        key = fault.key if columns else fault.key or fault.column
        return dataclasses.replace(
            fault, file=fault.file or path, column=column if columns else "", key=options.option(key) if key else ""
        )

    return Refused(*(in_words(fault) for fault in refusal.faults))
