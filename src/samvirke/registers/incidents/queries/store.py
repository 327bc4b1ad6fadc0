"""Opens the newest committed versions of a district's sources for reading."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from samvirke.foundation.period import Period, period_of
from samvirke.foundation.words import Words
from samvirke.registers.incidents.engine import expressions as sql
from samvirke.registers.incidents.engine.folders import store_root
from samvirke.registers.incidents.models import Source, StoreVersion
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask

_DAYS_LEFT_OPEN = 2
_lock = threading.Lock()
_database: duckdb.DuckDBPyConnection | None = None


@dataclass(frozen=True)
class Held:
    """One source's newest version: what a figure made from it will name."""

    source: str
    number: int
    title: Words
    counted: Words
    invented: bool
    rows: int
    first_day: date
    last_day: date
    frozen_on: date
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Store:
    """What a district's incidents are at one moment. The versions in it never change."""

    district_id: str
    held: tuple[Held, ...]

    @property
    def stamp(self) -> tuple[tuple[str, int], ...]:
        """The sources and version numbers, which every figure is made from."""
        return tuple((one.source, one.number) for one in self.held)

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been imported."""
        return not self.held

    @property
    def first_day(self) -> date:
        """The first day of any source."""
        return min(one.first_day for one in self.held)

    @property
    def last_day(self) -> date:
        """The last day of any source."""
        return max(one.last_day for one in self.held)

    @property
    def frozen_on(self) -> date:
        """The business date on which the newest version was locked."""
        return max(one.frozen_on for one in self.held)

    def covers(self, period: Period) -> bool:
        """Whether a source runs through the whole period.

        A source covers the months from its first incident to its last; the last month counts when an incident falls
        within its last three days, for a quiet last day is no gap.
        """
        return any(_covers(one, period) for one in self.held)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a query over `incidents`; values are bound."""
        return self._ask(query, values).fetchall()

    def columns(self, query: str, *values: Any) -> dict[str, NDArray[Any]]:
        """The columns of a query over `incidents` as arrays."""
        found: dict[str, NDArray[Any]] = self._ask(query, values).fetchnumpy()
        return {name: np.asarray(column) for name, column in found.items()}

    def _ask(self, query: str, values: tuple[Any, ...]) -> duckdb.DuckDBPyConnection:
        files = ", ".join(sql.text(path) for one in self.held for path in one.paths)
        # Files of older versions lack the columns that came later.
        read = f"SELECT * FROM read_parquet([{files}], union_by_name=true)"
        return _cursor().execute(f"WITH incidents AS ({read}) {query}", list(values))


def open_store(actor: Actor, district: District) -> Store:
    """The incidents of a district as they are committed now."""
    ask(actor, "incidents.count", district)
    newest = [source.versions.order_by("-number").first() for source in Source.objects.filter(district=district)]
    return Store(district.pk, tuple(_held(version) for version in newest if version is not None))


def _held(version: StoreVersion) -> Held:
    root = store_root(version.source_id)
    source = version.source
    return Held(
        source=source.pk,
        number=version.number,
        title=source.words,
        counted=Words.of(source.counted),
        invented=source.invented,
        rows=version.rows,
        first_day=version.first_day,
        last_day=version.last_day,
        frozen_on=version.frozen_on,
        paths=tuple(str(root / file["path"]) for file in version.files),
    )


def _covers(held: Held, period: Period) -> bool:
    last_month = period_of(held.last_day, "month")
    whole = (last_month.last - held.last_day).days <= _DAYS_LEFT_OPEN
    end = last_month.last if whole else last_month.shifted(-1).last
    return period_of(held.first_day, "month").first <= period.first and period.last <= end


def _cursor() -> duckdb.DuckDBPyConnection:
    """A cursor of this process's own database, which holds nothing and only reads files."""
    global _database  # noqa: PLW0603  one a process; opening one costs more than asking it
    with _lock:
        if _database is None:
            _database = duckdb.connect(
                config={
                    "threads": os.cpu_count() or 1,
                    "memory_limit": "2GB",
                    "autoinstall_known_extensions": False,
                    "autoload_known_extensions": False,
                }
            )
        return _database.cursor()
