"""Tables of measures: a column says what, another who, a third when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from samvirke.desks.plan.reading.lines import Line, Place
from samvirke.desks.plan.reading.names import AUTHORITY, seen_in
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


_FEW_WORDS = 4


def with_rows(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines of a section, those of a table of measures as rows where only wide spaces set their columns apart."""
    found: list[Line] = []
    width = 0
    for at, line in enumerate(lines):
        columns = line.columns
        heads = named(columns) if not line.cells and len(columns) > 1 else {}
        if "what" in heads and len(heads) > 1:
            width = len(columns)
        elif width and found and _finishes_a_cell(lines, at, width):
            found[-1] = _finished(found[-1], line)
            continue
        elif len(columns) != width or line.bullet:
            width = 0
        found.append(replace(line, cells=columns) if width else line)
    return tuple(found)


def _finishes_a_cell(lines: tuple[Line, ...], at: int, width: int) -> bool:
    """Whether a few words between two rows are the end of a cell that was broken over two lines."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    short = len(line.columns) == 1 and len(line.text.split()) <= _FEW_WORDS and not line.bullet and not line.lead
    return short and after is not None and len(after.columns) == width and not after.bullet


def _finished(row: Line, line: Line) -> Line:
    """The row with the words put to the authority that they complete (“Fjordholm” + “Kommune”), else to the deed."""
    joined = [f"{cell} {line.text.strip()}" for cell in row.cells]
    fits = [at for at, cell in enumerate(joined) if at and (seen := seen_in(cell)) and seen.authority and not seen.name]
    fits = [at for at in fits if not AUTHORITY.search(row.cells[at])]
    at = fits[0] if fits else 0
    return replace(row, cells=(*row.cells[:at], joined[at], *row.cells[at + 1 :]))


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
            when = (_cell(row, head, name) for name in ("when", "until"))
            yield made(section, text, _cell(row, head, "who"), "; ".join(cell for cell in when if cell), row.place)


def left_out(rows: list[Paragraph]) -> list[tuple[str, Place]]:
    """The columns of tables of measures that say neither what nor who nor when, and so stand in no commitment."""
    found = []
    for row in rows:
        head = named(row.cells)
        if "what" in head and len(head) > 1:
            others = (cell for at, cell in enumerate(row.cells) if at not in head.values() and cell.strip())
            found += [(" ".join(cell.split()), row.place) for cell in others]
    return found


def named(cells: tuple[str, ...]) -> dict[str, int]:
    """Which cell of the head of a table says what, who and when."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        for name, words in (("what", _WHAT), ("who", _WHO), ("when", _WHEN)):
            free = name not in found or (name == "when" and "until" not in found)
            if free and len(cell) < 40 and words.search(cell) and at not in found.values():
                found["until" if name in found else name] = at
    return found


def _cell(row: Paragraph, head: dict[str, int], name: str) -> str:
    at = head.get(name, -1)
    return " ".join(row.cells[at].split()) if 0 <= at < len(row.cells) else ""
