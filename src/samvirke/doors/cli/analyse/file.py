"""A CSV or Parquet file, and how DuckDB is told to read it: nothing about its form is guessed behind our back."""

from __future__ import annotations

import csv
import gzip
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb

from samvirke.doors.cli.analyse.casts import text
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.words import Said, _, said

_DELIMITERS = ",;\t|"
# With more threads than one, DuckDB 1.5 gives the rows of a compressed CSV file in an order that differs from one
# run to the next: line numbers and everything drawn by chance would differ with it.
_ALONE: dict[str, str | bool | int | float | list[str]] = {"threads": 1, "autoinstall_known_extensions": "false"}
_LINE = re.compile(r"Line: (\d+)")


@dataclass(frozen=True)
class File:
    """A table in a file, and what has to be known of its text."""

    path: Path
    names: tuple[str, ...] = ()
    decimal_comma: bool = False
    time_format: str = ""
    skip_missing: bool = False

    @property
    def is_parquet(self) -> bool:
        """Whether it is Parquet; everything else is CSV, perhaps compressed."""
        return self.path.suffix.lower() in {".parquet", ".pq"}

    @cached_property
    def columns(self) -> list[str]:
        """The names of its columns; one that comes twice gets a number."""
        if self.is_parquet:
            return self.query("SELECT * FROM {source} LIMIT 0").columns
        head = next(csv.reader([self._opening], delimiter=self._delimiter))
        if self.names and len(self.names) != len(head):
            what = Said(
                _("The file has {count} columns, and {names} names are given."),
                {"count": len(head), "names": len(self.names)},
            )
            raise self.refusal(what, _("Name every column in --names, in their order."))
        return _apart(list(self.names) or [each.strip() for each in head])

    def query(self, sql: str) -> duckdb.DuckDBPyRelation:
        """A query over the file, which stands as `{source}` in it."""
        try:
            return duckdb.connect(config=_ALONE).sql(sql.replace("{source}", self._source))
        except duckdb.Error as error:
            raise self.broken(error) from error

    def refusal(self, what: Said | str, remedy: str, **where: Any) -> Refused:
        """A refusal that names this file."""
        return Refused(Fault(said(what), said(remedy), file=str(self.path), **where))

    def broken(self, error: duckdb.Error) -> Refused:
        """What is wrong with the file as a file, in the reader's words."""
        line = _LINE.search(str(error))
        first = next((each for each in str(error).splitlines() if each.strip() and "Line:" not in each), "")
        what = Said(_("The file cannot be read as a table ({error})."), {"error": first.strip()})
        remedy = _("Give CSV in UTF-8 with as many values in each line as in the first, or Parquet.")
        return self.refusal(what, remedy, line=int(line.group(1)) if line else None)

    @property
    def _source(self) -> str:
        # A name such as “a[1].csv” is a file here, but a pattern to DuckDB.
        path = text(re.sub(r"([*?\[])", r"[\1]", str(self.path)))
        if self.is_parquet:
            self._check_there()
            return f"read_parquet({path})"
        kinds = ", ".join(f"{text(each)}: 'VARCHAR'" for each in self.columns)
        form = f"delim={text(self._delimiter)}, quote='\"', escape='\"', columns={{{kinds}}}"
        return f"read_csv({path}, auto_detect=false, header={not self.names}, {form})"

    @property
    def _delimiter(self) -> str:
        return max(_DELIMITERS, key=self._opening.count)

    @cached_property
    def _opening(self) -> str:
        self._check_there()
        opener: Any = gzip.open if self.path.suffix.lower() == ".gz" else open
        try:
            with opener(self.path, "rt", encoding="utf-8-sig", newline="") as stream:
                line = str(stream.readline())
        except (UnicodeDecodeError, gzip.BadGzipFile, EOFError) as error:
            raise self.refusal(_("The file is not text in UTF-8."), _("Save it again as CSV in UTF-8.")) from error
        if not line.strip():
            raise self.refusal(_("The file begins with an empty line."), _("Begin with the names of the columns."))
        return line

    def _check_there(self) -> None:
        if not self.path.is_file():
            raise self.refusal(_("There is no such file."), _("Look at its name and folder."))


def _apart(names: list[str]) -> list[str]:
    found: list[str] = []
    for at, each in enumerate(names, 1):
        name = each or f"column{at}"
        found.append(name if name not in found else f"{name}_{at}")
    return found
