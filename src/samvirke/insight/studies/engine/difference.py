"""What is different between two answers to the same question, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass

Rows = list[list[str]]


@dataclass(frozen=True)
class Different:
    """A cell that says something else now; empty where a row or column was not there."""

    row: str
    column: str
    before: str
    after: str


def difference(before: Rows, after: Rows) -> list[Different]:
    """The cells that differ between two tables whose first row names the columns and first column the rows."""
    old, new = _cells(before), _cells(after)
    keys = [*new, *(key for key in old if key not in new)]
    return [
        Different(row, column, old.get((row, column), ""), new.get((row, column), ""))
        for row, column in keys
        if old.get((row, column), "") != new.get((row, column), "")
    ]


def _cells(rows: Rows) -> dict[tuple[str, str], str]:
    head, *body = rows
    seen: dict[str, int] = {}
    cells: dict[tuple[str, str], str] = {}
    for row in body:
        # Rows may share a name; the second is told from the first by its number.
        seen[row[0]] = seen.get(row[0], 0) + 1
        name = row[0] if seen[row[0]] == 1 else f"{row[0]} ({seen[row[0]]})"
        cells |= {(name, column): cell for column, cell in zip(head[1:], row[1:], strict=True)}
    return cells
