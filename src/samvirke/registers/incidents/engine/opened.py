"""Looks at a file before it is read: is it there, is it whole text, has it the columns that the mapping names?"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import duckdb

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine.mapping import Mapping

_LOOK = 1 << 20
_OTHER_DELIMITERS = ";\t|,"
_LINE_END = re.compile(rb"\r\n|\n|\r")
_NOT_WHOLE = (EOFError, gzip.BadGzipFile, zlib.error)
_BOM = b"\xef\xbb\xbf"
_STARTS = {
    b"\xff\xfe": _("The file is UTF-16."),
    b"\xfe\xff": _("The file is UTF-16."),
    b"PK\x03\x04": _("The file is a workbook or a zip archive, not a table of text."),
    b"\xd0\xcf\x11\xe0": _("The file is an old Excel workbook, not a table of text."),
    b"%PDF": _("The file is a PDF, not a table of text."),
}


@dataclass(frozen=True)
class Opened:
    """A file that can be read: what it is, and its columns in order."""

    path: Path
    kind: str  # csv or parquet
    zipped: bool
    columns: tuple[str, ...]

    def chunks(self, size: int) -> Iterator[bytes]:
        """The text of the file as bytes, unpacked. Raises `Refused` when a packed file does not end as it should."""
        try:
            with self._bytes() as file:
                while chunk := file.read(size):
                    yield chunk
        except _NOT_WHOLE as error:
            raise cut_off(self.path) from error

    def text(self, encoding: str) -> io.TextIOWrapper:
        """The file as text, line ends untouched; what is no text in the encoding is carried along."""
        return io.TextIOWrapper(self._bytes(), encoding=encoding, errors="surrogateescape", newline="")

    def _bytes(self) -> BinaryIO:
        return cast(BinaryIO, gzip.open(self.path, "rb")) if self.zipped else self.path.open("rb")

    def sha256(self) -> str:
        """The digest of the file as it lies there."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def open_file(path: Path, mapping: Mapping) -> Opened:
    """The file, looked at. Raises `Refused` when it cannot be what the mapping describes."""
    if not path.is_file():
        raise _refused(path, Said(_("There is no such file.")), _("Check the name."))
    with path.open("rb") as file:
        start = file.read(4)
    if start == b"PAR1":
        opened = Opened(path, "parquet", False, _parquet_columns(path))
    else:
        for mark, what in _STARTS.items():
            if start.startswith(mark):
                raise _refused(path, Said(what), _("Save the table as CSV in UTF-8 and import that."))
        zipped = start.startswith(b"\x1f\x8b")
        opened = Opened(path, "csv", zipped, _header(path, zipped, mapping))
    _has_columns(opened, mapping)
    return opened


def _header(path: Path, zipped: bool, mapping: Mapping) -> tuple[str, ...]:
    head = _head(path, zipped)
    if not head.strip():
        raise _refused(path, Said(_("The file is empty.")), _("Export the table again."))
    if b"\0" in head:
        raise _refused(path, Said(_("The file holds bytes that no text has.")), _("Save it as CSV in UTF-8."))
    line = _LINE_END.split(head, maxsplit=1)[0]
    if len(line) == _LOOK:
        raise _refused(path, Said(_("The first line does not end.")), _("Export the table again as CSV."), line=1)
    try:
        text = line.decode(mapping.encoding)
    except UnicodeDecodeError as error:
        what = Said(_("The header is not {encoding}."), {"encoding": mapping.encoding})
        raise _refused(path, what, _("Save the file as UTF-8."), line=1) from error
    columns = tuple(name.strip() for name in next(csv.reader([text], delimiter=mapping.delimiter)))
    _is_separated(path, columns, mapping)
    _are_told_apart(path, columns)
    if not head[len(line) :].strip():
        raise _refused(path, Said(_("The file has a header and no rows.")), _("Export the table again."))
    return columns


def _are_told_apart(path: Path, columns: tuple[str, ...]) -> None:
    """Refuse two columns of one name; the reader does not tell capitals from small letters."""
    often = Counter(name.casefold() for name in columns)
    twice = [name for name in columns if often[name.casefold()] > 1]
    if twice:
        what = Said(_("The column “{column}” stands twice in the header."), {"column": twice[0]})
        raise _refused(path, what, _("Rename or remove one of the two."), line=1, column=twice[0])


def _head(path: Path, zipped: bool) -> bytes:
    start = next(Opened(path, "csv", zipped, ()).chunks(_LOOK), b"")
    return start.removeprefix(_BOM)


def _is_separated(path: Path, columns: tuple[str, ...], mapping: Mapping) -> None:
    if len(columns) > 1:
        return
    seen = [mark for mark in _OTHER_DELIMITERS if mark != mapping.delimiter and mark in columns[0]]
    if seen:
        name = {"\t": _("tab")}.get(seen[0], seen[0])
        what = Said(
            _("The columns are separated by “{found}”, not by “{wanted}” as the mapping {mapping} says."),
            {"found": Said(name), "wanted": mapping.delimiter, "mapping": mapping.name},
        )
        raise _refused(path, what, _("Export with the other separator, or write a mapping with this one."), line=1)


def _has_columns(opened: Opened, mapping: Mapping) -> None:
    missing = [name for name in mapping.columns() if name not in opened.columns]
    if missing:
        what = Said(
            _("The mapping {mapping} needs the column “{column}”, and the file has only: {found}."),
            {
                "mapping": mapping.name,
                "column": missing[0],
                "found": ", ".join(name[:60] for name in opened.columns[:20]),
            },
        )
        raise _refused(opened.path, what, _("Choose the right source, or correct the header."), column=missing[0])


def _parquet_columns(path: Path) -> tuple[str, ...]:
    try:
        rows = duckdb.connect().execute("DESCRIBE SELECT * FROM read_parquet(?)", [str(path)]).fetchall()
    except duckdb.Error as error:
        raise _refused(path, Said(_("The Parquet file cannot be read.")), _("Write it again.")) from error
    return tuple(str(name) for name, *_kind in rows)


def cut_off(path: Path) -> Refused:
    """The refusal of a packed file whose end is missing or broken."""
    return _refused(path, Said(_("The packed file is cut off or broken.")), _("Copy or download it again."))


def _refused(path: Path, what: Said, remedy: str, line: int | None = None, column: str = "") -> Refused:
    return Refused.because(what, remedy, file=path.name, line=line, column=column)
