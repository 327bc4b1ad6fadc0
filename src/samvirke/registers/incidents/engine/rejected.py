"""Tells the rejected rows apart and writes them to a file: line, column, value, reason and what to do."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import overload

import duckdb
import numpy as np

from samvirke.foundation.words import Said
from samvirke.registers.incidents.engine import expressions as sql
from samvirke.registers.incidents.engine.checks import Check
from samvirke.registers.incidents.engine.lines import Broken, lines_of
from samvirke.registers.incidents.engine.mapping import Mapping
from samvirke.registers.incidents.engine.opened import Opened
from samvirke.registers.incidents.engine.rules import REASONS
from samvirke.registers.incidents.engine.stage import BROKEN

_HEADER = ("line", "column", "value", "reason_code", "reason", "remedy")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_AT_HAND = 1000
_BATCH = 10_000
_NUL, _SHOWN_AS = "\0", "\ufffd"


@dataclass(frozen=True)
class Rejected:
    """A line that was not taken."""

    line: int
    column: str
    value: str
    code: str

    @property
    def why(self) -> Said:
        """The reason in words."""
        return Said(REASONS[self.code].what, {"value": self.value})

    @property
    def remedy(self) -> Said:
        """What to do about it."""
        return Said(REASONS[self.code].remedy)


@dataclass(frozen=True)
class RejectedRows:
    """How many rows were rejected and why, and the first thousand of them; all of them stand in the file.

    `reasons` holds each reason with its count, the commonest first, and its first line as an example.
    """

    count: int
    first: tuple[Rejected, ...]
    reasons: list[dict[str, object]]

    def __len__(self) -> int:
        return self.count

    @overload
    def __getitem__(self, at: int) -> Rejected: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Rejected, ...]: ...
    def __getitem__(self, at: int | slice) -> Rejected | tuple[Rejected, ...]:
        return self.first[at]


def reject(
    db: duckdb.DuckDBPyConnection,
    staged: Path,
    tried: list[Check],
    broken: Broken,
    lines: int,
    opened: Opened,
    mapping: Mapping,
) -> RejectedRows:
    """Every rejected line with its reason, put into the table `rejected` (line, kind, value).

    The kind is the place of the check, and after the checks that of the kind of broken line.
    """
    file = f"read_parquet({sql.text(str(staged))}, file_row_number=true)"
    read = (db.execute(f"SELECT count(*) FROM {file}").fetchone() or (0,))[0]
    faulty = db.execute(f"SELECT file_row_number AS row FROM {file} WHERE fault IS NOT NULL ORDER BY 1").fetchnumpy()
    rows = np.asarray(faulty["row"], dtype=np.int64)
    row_lines, broken_lines = lines_of(rows, read, broken, lines, opened, mapping)
    db.register("found", {"row": rows, "line": row_lines})
    db.register("broken", {"line": broken_lines, "kind": broken.kind})
    db.execute(
        f"CREATE TEMP TABLE rejected AS SELECT line, fault AS kind, fault_value AS value FROM {file} "
        f"JOIN found ON file_row_number = row UNION ALL SELECT line, kind + {len(tried)}, '' FROM broken"
    )
    first = tuple(_rows(db, tried, f"LIMIT {_AT_HAND}"))
    return RejectedRows(len(rows) + len(broken_lines), first, _reasons(db, tried))


def write_rejected(db: duckdb.DuckDBPyConnection, tried: list[Check], target: Path, language: str) -> None:
    """Write the file, in UTF-8 with a byte-order mark so that a spreadsheet shows it right."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        writer.writerows(_cells(_rows(db, tried), language))


def _rows(db: duckdb.DuckDBPyConnection, tried: list[Check], limit: str = "") -> Iterator[Rejected]:
    told = _told(tried)
    found = db.execute(f"SELECT line, kind, value FROM rejected ORDER BY line {limit}")
    while batch := found.fetchmany(_BATCH):
        for line, kind, value in batch:
            code, columns = told[kind]
            yield Rejected(line, columns, (value or "").replace(_NUL, _SHOWN_AS), code)


def _reasons(db: duckdb.DuckDBPyConnection, tried: list[Check]) -> list[dict[str, object]]:
    told = _told(tried)
    found = db.execute(
        "SELECT kind, count(*), min(line), arg_min(coalesce(value, ''), line) FROM rejected "
        "GROUP BY kind ORDER BY 2 DESC, 3"
    ).fetchall()
    return [
        {
            "code": told[kind][0],
            "column": told[kind][1],
            "count": count,
            "line": line,
            "value": value.replace(_NUL, _SHOWN_AS),
        }
        for kind, count, line, value in found
    ]


def _told(tried: list[Check]) -> list[tuple[str, str]]:
    """The reason and the columns of each kind."""
    return [*((check.code, check.columns) for check in tried), *((code, "") for code in BROKEN.values())]


def _cells(rows: Iterator[Rejected], language: str) -> Iterator[tuple[object, ...]]:
    for row in rows:
        yield row.line, row.column, _harmless(row.value), row.code, row.why.text(language), row.remedy.text(language)


def _harmless(value: str) -> str:
    """A value that a spreadsheet would take for a formula is shown as text."""
    return f"'{value}" if value.startswith(_FORMULA) else value
