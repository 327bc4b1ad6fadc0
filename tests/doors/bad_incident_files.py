"""Files of incidents that cannot be taken, with what has to be said about each: the file, the place and the remedy.

The command line and the browser are both held to this one list.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HEADER = "journal,fra,til,anmeldt,forhold,kommunekode,oest,nord,bolig\n"
GOOD = 'a1,2024-05-03 10:00,,2024-05-03 11:00,indbrud beboelse,730,564321,6257890,"Violvej 12"\n'


@dataclass(frozen=True)
class BadFile:
    """A file by its name and bytes, what the error says of it, and the row and column it names."""

    name: str
    content: Callable[[], bytes]
    says: str
    line: int = 0
    column: str = ""

    def write(self, folder: Path) -> Path:
        """Write it into a folder."""
        path = folder / self.name
        path.write_bytes(self.content())
        return path


def row(**changed: str) -> bytes:
    """The header and one row, in which some columns are changed."""
    cells = {
        "journal": "a1", "fra": "2024-05-03 10:00", "til": "", "anmeldt": "2024-05-03 11:00",
        "forhold": "indbrud beboelse", "kommunekode": "730", "oest": "564321", "nord": "6257890", "bolig": "",
    }  # fmt: skip
    return (HEADER + ",".join((cells | changed).values()) + "\n").encode()


def _gzip_without_its_end() -> bytes:
    rows = "".join(GOOD.replace("a1", f"a{number}") for number in range(20_000))
    packed = gzip.compress((HEADER + rows).encode())
    return packed[: len(packed) // 2]


# What stops the file as a whole.
UNREADABLE = {
    "truncated gzip": BadFile("cut.csv.gz", _gzip_without_its_end, "cut off"),
    "wrong delimiter": BadFile("semi.csv", lambda: (HEADER + GOOD).replace(",", ";").encode(), "separated by “;”", 1),
    "wrong encoding": BadFile(
        "latin.csv", lambda: (HEADER + GOOD.replace("Violvej", "Ærøvej")).encode("latin-1"), "not utf-8", 2
    ),
    "utf-16": BadFile("wide.csv", lambda: (HEADER + GOOD).encode("utf-16"), "file is UTF-16"),
    "duplicate headers": BadFile(
        "twice.csv", lambda: (HEADER + GOOD).replace("til", "fra", 1).encode(), "stands twice", 1, "fra"
    ),
    "empty file": BadFile("empty.csv", lambda: b"", "is empty"),
    "header alone": BadFile("header.csv", HEADER.encode, "no rows"),
    "missing column": BadFile(
        "short.csv", lambda: (HEADER + GOOD).replace("forhold", "gerning").encode(), "needs the column", 0, "forhold"
    ),
    "workbook": BadFile("book.xlsx", lambda: b"PK\x03\x04" + bytes(200), "workbook"),
}

# Files of one row, and that row cannot be an incident.
UNBELIEVABLE = {
    "10 MB in one field": BadFile("long.csv", lambda: row(bolig="x" * 10_000_000), "longer than 2 MB", 2),
    "in the future": BadFile("future.csv", lambda: row(fra="2031-01-01 10:00"), "in the future", 2, "fra"),
    "before 1900": BadFile("old.csv", lambda: row(fra="1899-12-31 10:00"), "before 1900", 2, "fra"),
    "in the sea": BadFile("sea.csv", lambda: row(oest="640000", nord="6290000"), "in the sea", 2, "oest"),
    "swapped": BadFile("swap.csv", lambda: row(oest="6257890", nord="564321"), "swapped", 2, "oest"),
    "excel serial date": BadFile("serial.csv", lambda: row(fra="45415.4167"), "day number from a", 2, "fra"),
}

# Nothing is wrong with it: what a spreadsheet puts before the header is no part of a name.
WITH_MARK = BadFile("bom.csv", lambda: b"\xef\xbb\xbf" + row(), "")
