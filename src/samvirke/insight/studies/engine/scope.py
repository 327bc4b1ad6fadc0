"""Which incidents a study is about, and how they are read: by file, so that any machine that sees the files can."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

Columns = dict[str, NDArray[Any]]
# In the order that everything is read in, so that the same study reads the same bytes.
_ORDER = "starts, key"
_HERE = threading.local()


@dataclass(frozen=True)
class Scope:
    """Files of the store, and which of their incidents: categories (all where none is named), a span of days, an area.

    An incident belongs to the day on which it began. `municipalities` are those of the district, in order. `standing`
    are the places, in metres, where what the study is about stands today. `weightless` are categories that no place is
    chosen by: what the police find themselves, where nobody has asked for it.
    """

    files: tuple[str, ...]
    categories: tuple[str, ...]
    first: date
    after: date
    municipality: int | None
    municipalities: tuple[int, ...]
    standing: tuple[tuple[float, float], ...] = ()
    weightless: tuple[str, ...] = ()

    def before(self) -> Scope:
        """The same, of as many days before its first."""
        return replace(self, first=self.first - (self.after - self.first), after=self.first)

    def of_file(self, file: str) -> Scope:
        """The same, of one of its files."""
        return replace(self, files=(file,))

    def of(self, municipality: int) -> Scope:
        """The same, of one municipality."""
        return replace(self, municipality=municipality)

    def of_every_category(self) -> Scope:
        """The same, of whatever was reported."""
        return replace(self, categories=())

    def read(self, columns: str, where: str = "true", *values: Any, as_stored: bool = False) -> Columns:
        """Columns of the incidents as arrays, by time; `values` are bound to ? in `where`.

        `as_stored` gives them in the order of the files, which is as fixed and much faster for millions.
        """
        order = "" if as_stored else f" ORDER BY {_ORDER}"
        query = f"SELECT {columns} FROM {self._incidents()} WHERE {where}{order}"
        found = _connection().execute(query, [*self._values(), *values]).fetchnumpy()
        return {name: np.ma.getdata(column) for name, column in found.items()}

    def counts(self, keys: str, where: str = "true", *values: Any) -> Columns:
        """How many incidents there are for each combination of these expressions, in their order; last `n`."""
        query = f"SELECT {keys}, count(*) AS n FROM {self._incidents()} WHERE {where} GROUP BY ALL ORDER BY ALL"
        found = _connection().execute(query, [*self._values(), *values]).fetchnumpy()
        return {name: np.ma.getdata(column) for name, column in found.items()}

    def _incidents(self) -> str:
        missing = [each for each in self.files if not Path(each).is_file()]
        if missing:
            what = Said(_("A file of the incidents is not there: {file}."), {"file": missing[0]})
            raise Refused.because(
                what, _("Every machine that computes must see the store at the same path as this one does.")
            )
        files = ", ".join("'{}'".format(each.replace("'", "''")) for each in self.files)
        return (
            f"(SELECT * FROM read_parquet([{files}], union_by_name=true) "
            "WHERE (len(?::VARCHAR[]) = 0 OR list_contains(?::VARCHAR[], category)) "
            "AND NOT list_contains(?::VARCHAR[], category) "
            "AND starts >= ? AND starts < ? AND (?::INTEGER IS NULL OR municipality = ?::INTEGER))"
        )

    def _values(self) -> list[Any]:
        return [
            list(self.categories),
            list(self.categories),
            list(self.weightless),
            self.first,
            self.after,
            self.municipality,
            self.municipality,
        ]


@dataclass(frozen=True)
class Piece:
    """What one part of a study gave: how many incidents it read, their digest, and its own small answer."""

    n: int
    digest: str
    found: Any


def digest_of(columns: Mapping[str, NDArray[Any]]) -> str:
    """SHA-256 over names, types and values of columns in their order."""
    made = hashlib.sha256()
    for name, values in columns.items():
        kept = values.astype("datetime64[us]") if values.dtype.kind == "M" else values
        data = np.ascontiguousarray(kept)
        made.update(f"{name} {data.dtype.str} {data.shape} ".encode())
        made.update("\0".join(map(str, data.tolist())).encode() if data.dtype.kind in "OU" else data.tobytes())
    return made.hexdigest()


def digest_together(digests: Iterable[str]) -> str:
    """One digest over the digests of all parts in their order."""
    return hashlib.sha256(" ".join(digests).encode()).hexdigest()


def _connection() -> duckdb.DuckDBPyConnection:
    """A thread's own connection, which holds nothing and only reads files."""
    if not hasattr(_HERE, "connection"):
        _HERE.connection = duckdb.connect(
            config={"autoinstall_known_extensions": False, "autoload_known_extensions": False}
        )
    found: duckdb.DuckDBPyConnection = _HERE.connection
    return found
