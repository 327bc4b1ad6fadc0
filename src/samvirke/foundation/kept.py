"""One line a table: how long its rows are kept, counted from when, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from samvirke.foundation.words import Said


@dataclass(frozen=True)
class Kept:
    """A table's line. Without `days` its rows stay for as long as the installation does."""

    table: str
    because: Said
    days: int | None = None
    counted_from: str = ""

    @property
    def age(self) -> timedelta | None:
        """After how long a row goes."""
        return None if self.days is None else timedelta(days=self.days)


_kept: dict[str, Kept] = {}


def keep(table: str, because: str, days: int | None = None, counted_from: str = "") -> None:
    """Declare how long a table ("app.model") is kept; `counted_from` is the time field its age counts from."""
    _kept[table] = Kept(table, Said(because), days, counted_from)


def kept_tables() -> dict[str, Kept]:
    """Every declared line, by table."""
    return dict(_kept)
