"""A document as reading sees it: lines with the place where each stands and how it is set."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from samvirke.desks.plan.reading.limits import LONGEST_LINE
from samvirke.foundation.words import Said

_WIDE = re.compile(r"\t+|\s{3,}")
_LETTERED = re.compile(r"(?<!\S)(?:[A-ZÆØÅ] ){4,}[A-ZÆØÅ](?!\S)")
_ODD = str.maketrans(
    {
        "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "",
        "\ufeff": "", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "\u2011": "-",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where something stands: the line, and the page in a document that has pages (lines then count on the page)."""

    line: int
    page: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The place as the draft prints it."""
        return {"line": self.line} | ({} if self.page is None else {"page": self.page})


@dataclass(frozen=True)
class Line:
    """One line of text, without its markup.

    `level` is the rank of a heading that markup or a style states (1 is highest), 0 where none does; `size` is the
    height of its letters against those of the running text; `lead` tells that the space before it is larger.
    """

    text: str
    place: Place
    level: int = 0
    bold: bool = False
    size: float = 1.0
    bullet: str = ""
    indent: int = 0
    lead: bool = False
    cells: tuple[str, ...] = ()
    listed: bool = False  # an entry of a table of contents, as the file itself states

    @property
    def columns(self) -> tuple[str, ...]:
        """The cells of a row of a table, or what wide spaces set apart."""
        return self.cells or tuple(part for part in _WIDE.split(self.text.strip()) if part)


@dataclass(frozen=True)
class Copy:
    """What a file of any format comes to: its lines, and what was noticed while it was taken apart."""

    name: str
    format: str
    lines: tuple[Line, ...]
    pages: int = 0
    noticed: tuple[Said, ...] = field(default=())
    columns_on: tuple[int, ...] = ()
    unclear_on: tuple[int, ...] = ()  # pages with columns that could not be told apart


def tidy(text: str) -> str:
    """The text with plain spaces, without invisible characters, and with spaced-out capitals drawn together."""
    plain = text.translate(_ODD)
    return _LETTERED.sub(lambda found: found[0].replace(" ", ""), plain)


_NOT_LETTERS = re.compile(r"[^\w]+")


def pieces(text: str) -> list[str]:
    """A text in pieces that can be searched, broken between words; nearly always one."""
    found = []
    while len(text) > LONGEST_LINE:
        at = text.rfind(" ", 1, LONGEST_LINE)
        at = at if at > 0 else LONGEST_LINE
        found.append(text[:at])
        text = text[at:]
    return [*found, text]


def bare(text: str) -> str:
    """The letters and digits alone in small letters, to compare spellings of one heading."""
    return _NOT_LETTERS.sub(" ", text.casefold()).strip()
