"""Reads a file once into a checked table on disk, in which every row is an incident or has a reason against it."""

from __future__ import annotations

import errno
import os
from datetime import datetime
from pathlib import Path

import duckdb
import numpy as np
from django.db import DatabaseError

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine import expressions as sql
from samvirke.registers.incidents.engine.checks import checks, inside, sound
from samvirke.registers.incidents.engine.ground import Ground
from samvirke.registers.incidents.engine.lines import Broken, line_at
from samvirke.registers.incidents.engine.mapping import Mapping
from samvirke.registers.incidents.engine.opened import Opened, cut_off
from samvirke.registers.places.spatial import load_spatial

_LONGEST_ROW = 2_000_000
# How DuckDB, SQLite and PostgreSQL say that there is no room left.
_NO_ROOM = ("No space left", "disk is full", "Disk quota", "File too large", "failed to offload")
# What DuckDB makes of a stop by hand.
_STOPPED = "Query interrupted"
BROKEN = {
    "MISSING COLUMNS": "too-few-columns",
    "TOO MANY COLUMNS": "too-many-columns",
    "LINE SIZE OVER MAXIMUM": "too-long",
}


def connect(folder: Path, memory: str = "1GB") -> duckdb.DuckDBPyConnection:
    """A database for one import; what does not fit in memory goes to the folder. Nothing is fetched, ever."""
    return duckdb.connect(
        config={
            "memory_limit": memory,
            "threads": os.cpu_count() or 1,
            "temp_directory": str(folder / "spill"),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
    )


def stage(
    db: duckdb.DuckDBPyConnection, opened: Opened, mapping: Mapping, ground: Ground, latest: datetime, target: Path
) -> Broken:
    """Write the checked table to `target` (Parquet, rows in the order of the file); the lines that are no rows.

    The kind of a broken line is its place in `BROKEN`.

    Raises `Refused` when the file as a whole cannot be read: cut off, in another encoding, with a quotation mark
    that never closes.
    """
    query = _query(db, opened, mapping, ground, latest)
    db.execute(f"COPY ({query}) TO {sql.text(str(target))} (FORMAT parquet, COMPRESSION lz4)")
    return _broken_lines(db, opened, mapping)


def _query(db: duckdb.DuckDBPyConnection, opened: Opened, mapping: Mapping, ground: Ground, latest: datetime) -> str:
    fields = ", ".join(
        f"{expression} AS {field}" for field, expression in sql.fields(mapping, ground, opened.columns).items()
    )
    located = f"SELECT *, {_located(db, mapping, ground)} FROM (SELECT {fields} FROM {_source(opened, mapping)})"
    near = f"SELECT *, {sql.near(ground)} AS is_near FROM ({located})" if ground.near else located
    tried = checks(mapping, ground, latest)
    fault = " ".join(f"WHEN {check.when} THEN {number}::UTINYINT" for number, check in enumerate(tried))
    value = " ".join(f"WHEN {number} THEN left({check.value}, 200)" for number, check in enumerate(tried))
    kept = "key, by_row, offence, category, starts, ends, municipality, x, y, dwelling_text, young"
    # The fault is found in a step of its own, so that its value is looked for in faulty rows only.
    return (
        f"SELECT {kept}, coalesce(counted, starts)::DATE AS day, {sql.folded(ground)} AS folded, fault, "
        f"CASE WHEN fault IS NOT NULL THEN CASE fault {value} END END AS fault_value "
        f"FROM (SELECT *, CASE WHEN {sound(mapping, ground, latest)} THEN NULL ELSE CASE {fault} END END AS fault "
        f"FROM ({near}))"
    )


def _located(db: duckdb.DuckDBPyConnection, mapping: Mapping, ground: Ground) -> str:
    if mapping.crs == ground.crs or mapping.point is None:
        return "x_given AS x, y_given AS y"
    load_spatial(db)
    within = inside("x_given", "y_given", ground.extent_in(mapping.crs))
    point = (
        f"CASE WHEN {within} THEN ST_Transform(ST_Point(x_given, y_given), {sql.text(mapping.crs)}, "
        f"{sql.text(ground.crs)}, always_xy := true) END"
    )
    return f"ST_X({point}) AS x, ST_Y({point}) AS y"


def as_refusal(error: Exception, opened: Opened) -> BaseException:
    """What went wrong, as whoever imports may understand it: a full disk, a file that is no table; or the error."""
    if isinstance(error, duckdb.InterruptException) or (isinstance(error, RuntimeError) and str(error) == _STOPPED):
        return KeyboardInterrupt()
    if not isinstance(error, duckdb.Error | DatabaseError):
        return error
    message = str(error)
    if "GZIP" in message.upper():
        return cut_off(opened.path)
    if any(sign in message for sign in _NO_ROOM):
        return OSError(errno.ENOSPC, message)
    if "state machine" in message:
        what = Said(_("The lines of the file do not all end in the same way."))
        return Refused.because(what, _("Save it with one kind of line end (CRLF or LF)."), file=opened.path.name)
    if isinstance(error, duckdb.InvalidInputException) or opened.path.name in message:
        what = Said(_("The file cannot be read as a table: {error}"), {"error": message.splitlines()[0]})
        return Refused.because(what, _("Export it again as CSV in UTF-8."), file=opened.path.name)
    return error


def _source(opened: Opened, mapping: Mapping) -> str:
    file = sql.text(str(opened.path))
    if opened.kind == "parquet":
        texts = ", ".join(f"CAST({sql.name(column)} AS VARCHAR) AS {sql.name(column)}" for column in opened.columns)
        return f"(SELECT {texts} FROM read_parquet({file}))"
    columns = ", ".join(f"{sql.text(column)}: 'VARCHAR'" for column in opened.columns)
    packed = "gzip" if opened.zipped else "none"
    return (
        f"read_csv({file}, auto_detect=false, header=true, columns={{{columns}}}, delim={sql.text(mapping.delimiter)}, "
        f"quote='\"', escape='\"', encoding={sql.text(mapping.encoding)}, compression='{packed}', "
        f"max_line_size={_LONGEST_ROW}, store_rejects=true)"
    )


def _broken_lines(db: duckdb.DuckDBPyConnection, opened: Opened, mapping: Mapping) -> Broken:
    if opened.kind != "csv":
        nothing = np.zeros(0, dtype=np.int64)
        return Broken(nothing, nothing, nothing.astype(np.uint8))
    known = ", ".join(map(sql.text, BROKEN))
    unreadable = db.execute(
        f"SELECT line_byte_position - 1, error_type::VARCHAR FROM reject_errors "
        f"WHERE error_type::VARCHAR NOT IN ({known}) ORDER BY 1 LIMIT 1"
    ).fetchone()
    if unreadable:
        raise _unreadable(opened, mapping, *unreadable)
    kinds = " ".join(f"WHEN {sql.text(kind)} THEN {number}" for number, kind in enumerate(BROKEN))
    found = db.execute(
        f"SELECT min(line)::BIGINT AS line, (line_byte_position - 1)::BIGINT AS first_byte, "
        f"min(CASE error_type::VARCHAR {kinds} END)::UTINYINT AS kind "
        "FROM reject_errors GROUP BY first_byte ORDER BY first_byte"
    ).fetchnumpy()
    return Broken(np.asarray(found["line"]), np.asarray(found["first_byte"]), np.asarray(found["kind"]))


def _unreadable(opened: Opened, mapping: Mapping, at: int, kind: str) -> Refused:
    line = line_at(at, opened, mapping)
    if kind == "INVALID ENCODING":
        what = Said(_("The text is not {encoding}."), {"encoding": mapping.encoding})
        remedy = _("Save the file as UTF-8, or write a mapping with its encoding.")
        return Refused.because(what, remedy, file=opened.path.name, line=line)
    what = Said(_("A quotation mark opens and never closes properly."))
    return Refused.because(what, _("Close or remove the mark."), file=opened.path.name, line=line)
