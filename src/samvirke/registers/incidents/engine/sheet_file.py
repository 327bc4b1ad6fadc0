"""Reads a table that is no list of incidents from a CSV file: every row is sound, or the file is refused."""

from __future__ import annotations

import csv
from collections.abc import Collection
from pathlib import Path

from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine.sheet_kind import SORTS, Column, SheetKind, Value

Columns = dict[str, list[Value]]
_MOST_ROWS, _MOST_FAULTS = 200_000, 20


def read_sheet(path: Path, kind: SheetKind, municipalities: Collection[int]) -> Columns:
    """The columns of a file. Raises `Refused` with every fault by line and column; then nothing is taken of it."""
    rows = _rows(path)
    if not rows:
        raise Refused.because(_("The file is empty."), _("Give a table with a header."), file=path.name)
    header = [cell.strip() for cell in rows[0]]
    _refuse_header(header, kind, path.name)
    if len(rows) == 1:
        raise Refused.because(_("There is no row under the header."), _("Write one at least."), file=path.name)
    if len(rows) - 1 > _MOST_ROWS:
        what = Said(
            _("The file has {rows} rows, and at most {most} are taken."), {"rows": len(rows) - 1, "most": _MOST_ROWS}
        )
        raise Refused.because(what, _("Give a shorter period."), file=path.name)
    found: Columns = {one.name: [] for one in kind.columns}
    faults: list[Fault] = []
    for line, row in enumerate(rows[1:], start=2):
        faults += _take(row, line, header, kind, municipalities, found, path.name)
        if len(faults) >= _MOST_FAULTS:
            break
    refuse_if_any(faults[:_MOST_FAULTS])
    return found


def _rows(path: Path) -> list[list[str]]:
    if not path.is_file():
        raise Refused.because(_("There is no such file."), _("Check the name."), file=path.name)
    try:
        return [row for row in csv.reader(path.read_text(encoding="utf-8-sig").splitlines()) if row]
    except UnicodeDecodeError as error:
        raise Refused.because(_("The file is not UTF-8."), _("Save it as UTF-8."), file=path.name) from error
    except csv.Error as error:
        what = Said(_("The file cannot be read as CSV: {error}."), {"error": error})
        raise Refused.because(what, _("Give a comma-separated table."), file=path.name) from error


def _refuse_header(header: list[str], kind: SheetKind, file: str) -> None:
    missing = [one.name for one in kind.columns if not one.may_be_empty and one.name not in header]
    unknown = [name for name in header if kind.column(name) is None]
    twice = [name for name in dict.fromkeys(header) if header.count(name) > 1]
    said = (
        (missing, _("The column {names} is missing.")),
        (unknown, _("The column {names} does not belong to this kind of table.")),
        (twice, _("The column {names} stands twice.")),
    )
    remedy = Said(_("Give the columns {columns}."), {"columns": kind.header()})
    refuse_if_any(
        [Fault(Said(words, {"names": ", ".join(names)}), remedy, file=file, line=1) for names, words in said if names]
    )


def _take(
    row: list[str], line: int, header: list[str], kind: SheetKind, places: Collection[int], found: Columns, file: str
) -> list[Fault]:
    """Put a row among the columns; what is wrong with it otherwise."""
    if len(row) != len(header):
        return [
            Fault(
                Said(_("The row has another number of cells than the header.")),
                Said(_("Look for a missing separator.")),
                file=file,
                line=line,
            )
        ]
    given = dict(zip(header, row, strict=True))
    faults = []
    for column in kind.columns:
        text = given.get(column.name, "").strip()
        value, fault = _cell(column, text, places)
        found[column.name].append(value)
        if fault:
            faults.append(Fault(*fault, file=file, line=line, column=column.name))
    return faults


def _cell(column: Column, text: str, places: Collection[int]) -> tuple[Value, tuple[Said, Said] | None]:
    if not text:
        if column.may_be_empty:
            return None, None
        return None, (Said(_("The value is missing.")), Said(_("Fill it in at the source.")))
    sort = SORTS[column.sort]
    wrong = Said(_("“{value}” does not fit here."), {"value": text[:60]}), Said(sort.remedy)
    try:
        value = sort.read(text)
    except (ValueError, KeyError):
        return None, wrong
    return (value, None) if column.sort != "municipality" or value in places else (None, wrong)
