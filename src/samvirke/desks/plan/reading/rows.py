"""Tables of measures: a column says what, another who, a third when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from samvirke.desks.plan.reading.lines import Line, Place
from samvirke.desks.plan.reading.paragraphs import Paragraph

Made = TypeVar("Made")

_WHAT = re.compile(
    r"\b(?:indsats(?:er)?|aktivitet(?:er)?|handling(?:er)?|tiltag|initiativ(?:er)?|hvad|opgave(?:r)?|handlinger)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:ansvarlige?|ansvar|tovholdere?|hvem|ejer|aktører?|parter|udføres af)\b", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:tid|tidsfrist|frist|deadline|hvornår|tidspunkt|tidsplan|termin|periode|frekvens|kadence|hyppighed|"
    r"hvor ofte)\b",
    re.IGNORECASE,
)


def with_rows(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a section, those of a table of measures as rows where only wide spaces set their columns apart."""
    found: list[Line] = []
    width = 0
    for line in lines:
        columns = line.columns
        heads = named(columns) if not line.cells and len(columns) > 1 else {}
        if "what" in heads and len(heads) > 1:
            width = len(columns)
        elif len(columns) != width or line.bullet:
            width = 0
        found.append(replace(line, cells=columns) if width else line)
    return tuple(found)


def rows_of(section: int, rows: list[Paragraph], made: Callable[[int, str, str, str, Place], Made]) -> Iterator[Made]:
    """What is made of each row below a heading that names what and who; nothing from other tables."""
    head: dict[str, int] = {}
    for row in rows:
        found = named(row.cells)
        if "what" in found and len(found) > 1:
            head = found
            continue
        if not head or len(row.cells) <= head["what"]:
            continue
        text = _cell(row, head, "what")
        if text:
            yield made(section, text, _cell(row, head, "who"), _cell(row, head, "when"), row.place)


def named(cells: tuple[str, ...]) -> dict[str, int]:
    """Which cell of the head of a table says what, who and when."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        for name, words in (("what", _WHAT), ("who", _WHO), ("when", _WHEN)):
            if name not in found and len(cell) < 40 and words.search(cell) and at not in found.values():
                found[name] = at
    return found


def _cell(row: Paragraph, head: dict[str, int], name: str) -> str:
    at = head.get(name, -1)
    return " ".join(row.cells[at].split()) if 0 <= at < len(row.cells) else ""
