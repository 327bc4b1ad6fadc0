"""Brings in what counts are divided by: numbers of inhabitants or dwellings, from a small table."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.registers.places.commands.put_denominators import put_denominators
from samvirke.registers.places.models import Municipality
from samvirke.trust.access.actor import Actor

_COLUMNS = ("code", "value")
_NUMBER = re.compile(r"[0-9]{1,9}")


def load_denominators(actor: Actor, path: Path, *, kind: str, year: int, source: str) -> int:
    """Import a CSV with the columns code and value; how many municipalities it named.

    Raises `Refused` with every fault, by line; then nothing has changed.
    """
    values = _read(path)
    put_denominators(actor, kind=kind, year=year, values=values, source=source)
    return len(values)


def _read(path: Path) -> dict[int, int]:
    if not path.is_file():
        raise Refused.because(_("There is no such file."), _("Check the name."), file=path.name)
    try:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    except UnicodeDecodeError as error:
        raise Refused.because(_("The file is not UTF-8."), _("Save it as UTF-8."), file=path.name) from error
    except csv.Error as error:
        what = Said(_("The file cannot be read as CSV: {error}."), {"error": error})
        raise Refused.because(
            what, _("Give a comma-separated table with these two columns."), file=path.name
        ) from error
    if not rows or tuple(rows[0]) != _COLUMNS:
        what = Said(_("The header is not “{columns}”."), {"columns": ",".join(_COLUMNS)})
        raise Refused.because(what, _("Give a comma-separated table with these two columns."), file=path.name, line=1)
    if len(rows) == 1:
        raise Refused.because(_("There is no row under the header."), _("Write one a municipality."), file=path.name)
    known = set(Municipality.objects.values_list("code", flat=True))
    values: dict[int, int] = {}
    faults = [
        fault for line, row in enumerate(rows[1:], start=2) if (fault := _fault(row, line, path.name, known, values))
    ]
    refuse_if_any(faults)
    return values


def _fault(row: list[str], line: int, file: str, known: set[int], values: dict[int, int]) -> Fault | None:
    """What is wrong with a row; one in which nothing is, is put among the values."""
    if len(row) != len(_COLUMNS) or not all(_NUMBER.fullmatch(cell.strip()) for cell in row):
        remedy = Said(_("Write whole numbers without marks, such as 730,47800."))
        return Fault(Said(_("The row is not a code and a number.")), remedy, file=file, line=line)
    if int(row[0]) not in known:
        what = Said(_("No loaded municipality has the code {code}."), {"code": row[0]})
        return Fault(
            what, Said(_("Load its district first, or correct the code.")), file=file, line=line, column="code"
        )
    if int(row[1]) == 0:
        remedy = Said(_("Leave the row out when the number is not known."))
        return Fault(Said(_("The number is 0.")), remedy, file=file, line=line, column="value")
    if int(row[0]) in values:
        what = Said(_("The code {code} stands twice."), {"code": row[0]})
        return Fault(what, Said(_("Keep the row that is right.")), file=file, line=line, column="code")
    values[int(row[0])] = int(row[1])
    return None
