"""Under which words a case leaves its counts behind: its answers at the end, its first action, and its stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from samvirke.desks.casework.engine.declaration import CaseType

# How a stay in a stage ended; no name of a stage, an outcome or a question holds a space or a point.
LEFT = "left "
IN_TIME, LATE, WITHOUT_A_CLOCK = ENDINGS = ("in_time", "late", "no_clock")


def left(stage: str, due: date | None, day: date) -> str:
    """What is counted when a case leaves a stage."""
    ending = WITHOUT_A_CLOCK if due is None else IN_TIME if day <= due else LATE
    return f"{LEFT}{stage}: {ending}"


def read_left(what: str) -> tuple[str, str]:
    """The stage that was left, and how."""
    stage, _colon, ending = what.removeprefix(LEFT).partition(": ")
    return stage, ending


def answered(declared: CaseType, answers: Mapping[str, Any]) -> Iterator[str]:
    """The declared questions with their answers; what was not answered is not counted."""
    for path in declared.facts:
        value = answers.get(path)
        if isinstance(value, bool):
            yield f"{path}: {'yes' if value else 'no'}"
        elif value:
            yield f"{path}: {value}"


def until_first_action(declared: CaseType, answers: Mapping[str, Any], opened: date) -> int | None:
    """Days from the opening to the first action; an action before the case was opened took none."""
    value = answers.get(declared.first_action) if declared.first_action else None
    return max((date.fromisoformat(value) - opened).days, 0) if isinstance(value, str) and value else None
