"""Writes the rejected rows to a file: line, column, value, reason and what to do."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from samvirke.foundation.words import Said
from samvirke.registers.incidents.engine import expressions as sql
from samvirke.registers.incidents.engine.checks import Check
from samvirke.registers.incidents.engine.lines import lines_of
from samvirke.registers.incidents.engine.mapping import Mapping
from samvirke.registers.incidents.engine.opened import Opened
from samvirke.registers.incidents.engine.rules import REASONS
from samvirke.registers.incidents.engine.stage import BrokenRow

_HEADER = ("line", "column", "value", "reason_code", "reason", "remedy")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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


def rejected_rows(
    db: duckdb.DuckDBPyConnection,
    staged: Path,
    tried: list[Check],
    broken: list[BrokenRow],
    opened: Opened,
    mapping: Mapping,
) -> list[Rejected]:
    """Every rejected line in the order of the file."""
    file = sql.text(str(staged))
    found = db.execute(
        f"SELECT file_row_number, fault, fault_value FROM read_parquet({file}, file_row_number=true) "
        "WHERE fault IS NOT NULL ORDER BY 1"
    ).fetchall()
    count = (db.execute(f"SELECT count(*) FROM read_parquet({file})").fetchone() or (0,))[0]
    lines = lines_of([row for row, _fault, _value in found], opened, mapping, (row.line for row in broken), count)
    rows = [
        Rejected(line, tried[fault].columns, value or "", tried[fault].code)
        for line, (_row, fault, value) in zip(lines, found, strict=True)
    ]
    return sorted([*rows, *(Rejected(row.line, "", "", row.code) for row in broken)], key=lambda row: row.line)


def write_rejected(rows: list[Rejected], target: Path, language: str) -> None:
    """Write the file, in UTF-8 with a byte-order mark so that a spreadsheet shows it right."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        writer.writerows(_cells(rows, language))


def reasons(rows: list[Rejected]) -> list[dict[str, object]]:
    """How many lines each reason took, the commonest first, with the first line as an example."""
    counts = Counter((row.code, row.column) for row in rows)
    firsts = {(row.code, row.column): row for row in reversed(rows)}
    return [
        {
            "code": code,
            "column": column,
            "count": count,
            "line": firsts[code, column].line,
            "value": firsts[code, column].value,
        }
        for (code, column), count in counts.most_common()
    ]


def _cells(rows: list[Rejected], language: str) -> Iterator[tuple[object, ...]]:
    for row in rows:
        yield row.line, row.column, _harmless(row.value), row.code, row.why.text(language), row.remedy.text(language)


def _harmless(value: str) -> str:
    """A value that a spreadsheet would take for a formula is shown as text."""
    return f"'{value}" if value.startswith(_FORMULA) else value
