"""The common categories of incidents, read from their table."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samvirke.foundation.words import Words

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Category:
    """A kind of incident that sources share. `found` marks what the police find themselves."""

    code: str
    words: Words
    family: str
    found: bool = False


@cache
def categories() -> dict[str, Category]:
    """Every category by its code, in the order of the table."""
    table = tomllib.loads((Path(__file__).parent / "categories.toml").read_text(encoding="utf-8"))
    return {
        code: Category(code, Words(row["da"], row["en"]), row["family"], row.get("found", False))
        for code, row in table.items()
    }
