"""The country's police districts and municipalities, read from their table."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samvirke.foundation.words import Words

NATIONAL_CRS = "EPSG:25832"


@dataclass(frozen=True)
class NationalDistrict:
    """A police district and the names of its municipalities by code."""

    id: str
    words: Words
    municipalities: dict[int, str]


@cache
def nation() -> dict[str, NationalDistrict]:
    """The twelve districts, by id."""
    table = tomllib.loads((Path(__file__).parent / "denmark.toml").read_text(encoding="utf-8"))
    return {
        slug: NationalDistrict(
            slug, Words.of(row["name"]), {int(code): name for code, name in row["municipalities"].items()}
        )
        for slug, row in table.items()
    }


def municipality_names() -> dict[int, str]:
    """The names of the 98 municipalities by code."""
    return {code: name for district in nation().values() for code, name in district.municipalities.items()}
