"""Brings the checked rows and what the store already holds together into the files of a new version."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from samvirke.registers.incidents.engine import expressions as sql
from samvirke.trust.keys import Key

STORED = (
    "key", "offence", "category", "starts", "ends", "folded", "day", "municipality", "x", "y",
    "dwelling", "dwelling_key", "young",
)  # fmt: skip
_ORDER = "municipality, category, day, key"


@dataclass(frozen=True)
class StoredFile:
    """A file of the store: its path from the source's folder, the year of its incidents, rows and digest."""

    path: str
    year: int
    rows: int
    sha256: str


@dataclass(frozen=True)
class Merged:
    """What a merge found and wrote. Without `changed` the store is already as the file says.

    `first_day` and `last_day` are those of the file's accepted rows; `span` those of the whole new version.
    """

    new: int
    corrected: int
    unchanged: int
    repeated: int
    files: tuple[StoredFile, ...]
    changed: bool
    first_day: date | None
    last_day: date | None
    span: tuple[date, date] | None = None


def prepare(db: duckdb.DuckDBPyConnection, staged: Path, held: list[Path], key: Key) -> tuple[int, int, int, int]:
    """Decide for every accepted row whether it is new, corrected, unchanged, or told again within the file.

    Returns the four counts in that order. Dwelling keys are HMAC-SHA256 (first 16 bytes), once for each distinct
    address, after RFC 2104.
    """
    db.execute(
        f"CREATE TEMP VIEW accepted AS SELECT * EXCLUDE (fault, fault_value), file_row_number AS row "
        f"FROM read_parquet({sql.text(str(staged))}, file_row_number=true) WHERE fault IS NULL"
    )
    _hash_dwellings(db, key)
    _mark_repeats(db)
    files = ", ".join(sql.text(str(path)) for path in held)
    # Files of older versions lack the columns that came later; there they are unknown.
    stored = f"UNION ALL BY NAME SELECT * FROM read_parquet([{files}], union_by_name=true)" if held else ""
    db.execute(f"CREATE TEMP VIEW held AS SELECT {_nothing()} WHERE FALSE {stored}")
    columns = ", ".join(STORED)
    db.execute(f"CREATE TEMP VIEW incoming AS SELECT {columns} FROM ({_incoming()})")
    if held:
        same = " AND ".join(
            f"i.{column} IS NOT DISTINCT FROM h.{column}" for column in STORED if column != "dwelling_key"
        )
        db.execute(
            f"CREATE TEMP TABLE met AS SELECT key, ({same}) AS unchanged, year(h.day) AS held_year "
            f"FROM incoming i JOIN held h USING (key)"
        )
    else:
        db.execute("CREATE TEMP TABLE met (key UUID, unchanged BOOLEAN, held_year BIGINT)")
    total, told_again = _one(db, "SELECT count(*) FROM accepted"), _one(db, "SELECT count(*) FROM told_again")
    unchanged = _one(db, "SELECT count(*) FROM met WHERE unchanged")
    corrected = _one(db, "SELECT count(*) FROM met WHERE NOT unchanged")
    return total - told_again - unchanged - corrected, corrected, unchanged, told_again


def years_to_write(db: duckdb.DuckDBPyConnection, has_held: bool) -> list[int]:
    """The years whose files change: those of new and corrected rows, and those that corrected rows leave."""
    fresh = "SELECT DISTINCT year(day) AS y FROM incoming"
    if has_held:
        fresh += " WHERE key NOT IN (SELECT key FROM met WHERE unchanged)"
    rows = db.execute(
        f"SELECT y FROM ({fresh}) UNION SELECT held_year FROM met WHERE NOT unchanged ORDER BY 1"
    ).fetchall()
    return [int(year) for (year,) in rows]


def write_year(db: duckdb.DuckDBPyConnection, year: int, folder: Path, root: Path) -> StoredFile | None:
    """Write one year's file, sorted, and make sure that it is on the disk. `None` when nothing is left of the year."""
    file = folder / f"{year}.parquet"
    columns = ", ".join(STORED)
    # Written as a range, so that parts of the files that hold other years are not read.
    within = f"day BETWEEN DATE '{year}-01-01' AND DATE '{year}-12-31'"
    db.execute(
        f"COPY (SELECT {columns} FROM ("
        f"SELECT {columns} FROM held WHERE {within} AND key NOT IN (SELECT key FROM met) "
        f"UNION ALL SELECT {columns} FROM incoming WHERE {within}"
        f") ORDER BY {_ORDER}) TO {sql.text(str(file))} (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)"
    )
    rows = _one(db, f"SELECT count(*) FROM read_parquet({sql.text(str(file))})")
    if rows == 0:
        file.unlink()
        return None
    return StoredFile(str(file.relative_to(root)), year, rows, _on_disk(file))


def merge(
    db: duckdb.DuckDBPyConnection,
    staged: Path,
    held: list[StoredFile],
    root: Path,
    folder: Path,
    key: Key,
    tell: Callable[[float], None],
    dry: bool = False,
) -> Merged:
    """Compare, and unless `dry` write the files of a new version into `folder` (below `root`)."""
    new, corrected, unchanged, repeated = prepare(db, staged, [root / file.path for file in held], key)
    first, last = _span(db, "accepted")
    if dry or new + corrected == 0:
        return Merged(new, corrected, unchanged, repeated, tuple(held), False, first, last)
    years = years_to_write(db, bool(held))
    written = []
    for done, year in enumerate(years, start=1):
        written.append(write_year(db, year, folder, root))
        tell(done / len(years))
    kept = [file for file in held if file.year not in years]
    files = sorted([*kept, *(file for file in written if file)], key=lambda file: file.year)
    for place in (folder, root):
        _keep_names(place)
    paths = ", ".join(sql.text(str(root / file.path)) for file in files)
    span = _span(db, f"read_parquet([{paths}], union_by_name=true)")
    return Merged(new, corrected, unchanged, repeated, tuple(files), True, first, last, span)


def _hash_dwellings(db: duckdb.DuckDBPyConnection, key: Key) -> None:
    padded = key.secret.ljust(64, b"\0")
    inner, outer = (bytes(byte ^ mask for byte in padded) for mask in (0x36, 0x5C))
    db.execute(
        "CREATE TEMP TABLE dwellings AS SELECT dwelling_text, "
        "left(sha256($outer || unhex(sha256($inner || encode(dwelling_text)))), 32)::UUID AS dwelling, "
        "$id AS dwelling_key "
        "FROM (SELECT DISTINCT dwelling_text FROM accepted WHERE dwelling_text IS NOT NULL)",
        {"outer": outer, "inner": inner, "id": key.id},
    )


def _mark_repeats(db: duckdb.DuckDBPyConnection) -> None:
    """Rows told again under their own identity: the last one counts. Equal rows without an identity are numbered."""
    db.execute("CREATE TEMP TABLE often AS SELECT key FROM accepted GROUP BY key HAVING count(*) > 1")
    if _one(db, "SELECT count(*) FROM often") == 0:
        db.execute("CREATE TEMP TABLE told_again (row BIGINT)")
        db.execute("CREATE TEMP TABLE numbered (row BIGINT, nth BIGINT)")
        return
    db.execute(
        "CREATE TEMP TABLE numbered AS SELECT row, by_row, nth, of FROM (SELECT row, by_row, "
        "row_number() OVER (PARTITION BY key ORDER BY row) AS nth, count(*) OVER (PARTITION BY key) AS of "
        "FROM accepted WHERE key IN (SELECT key FROM often))"
    )
    db.execute("CREATE TEMP TABLE told_again AS SELECT row FROM numbered WHERE NOT by_row AND nth < of")
    db.execute("DELETE FROM numbered WHERE NOT by_row OR nth = 1")


def _incoming() -> str:
    numbered = "CASE WHEN n.nth IS NULL THEN a.key ELSE md5(concat_ws('#', a.key::VARCHAR, n.nth))::UUID END"
    return (
        f"SELECT a.* EXCLUDE (key), {numbered} AS key, d.dwelling, d.dwelling_key FROM accepted a "
        "LEFT JOIN dwellings d USING (dwelling_text) LEFT JOIN numbered n USING (row) "
        "WHERE a.row NOT IN (SELECT row FROM told_again)"
    )


def _nothing() -> str:
    types = {
        "key": "UUID", "offence": "VARCHAR", "category": "VARCHAR", "starts": "TIMESTAMP", "ends": "TIMESTAMP",
        "folded": "BOOLEAN", "day": "DATE", "municipality": "INTEGER", "x": "DOUBLE", "y": "DOUBLE",
        "dwelling": "UUID", "dwelling_key": "VARCHAR", "young": "BOOLEAN",
    }  # fmt: skip
    return ", ".join(f"NULL::{kind} AS {column}" for column, kind in types.items())


def _span(db: duckdb.DuckDBPyConnection, rows: str) -> tuple[date, date]:
    return db.execute(f"SELECT min(day), max(day) FROM {rows}").fetchone() or (date.min, date.min)


def _one(db: duckdb.DuckDBPyConnection, query: str) -> int:
    row = db.execute(query).fetchone()
    return int(row[0]) if row else 0


def _on_disk(file: Path) -> str:
    with file.open("rb") as opened:
        os.fsync(opened.fileno())
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _keep_names(folder: Path) -> None:
    """See to it that the names in a folder are on the disk, as the content of the files is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
