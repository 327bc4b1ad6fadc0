"""Harm weights: versioned, sourced tables, one file each, for one jurisdiction."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samvirke.foundation.home import home
from samvirke.foundation.words import Words

_SHIPPED = Path(__file__).parent / "weights"


@dataclass(frozen=True)
class HarmTable:
    """Days of imprisonment for one offence under each offence code (lower case), as the table's source gives them.

    A code that is not in the table has no weight, which is not the same as zero: sums with it are refused.
    """

    name: str
    title: Words
    jurisdiction: str
    version: str
    source: str
    example: bool
    weights: dict[str, float]


def all_harm_tables() -> dict[str, HarmTable]:
    """The shipped tables and those in the home's own folder `harm/`."""
    files = [*_SHIPPED.glob("*.toml"), *(home() / "harm").glob("*.toml")]
    return {path.stem: _read(path) for path in sorted(files)}


@cache
def _read(path: Path) -> HarmTable:
    row = tomllib.loads(path.read_text(encoding="utf-8"))
    return HarmTable(
        name=path.stem,
        title=Words.of(row["title"]),
        jurisdiction=row["jurisdiction"],
        version=row["version"],
        source=row["source"],
        example=row["example"],
        weights={code: float(days) for code, days in row["weights"].items()},
    )
