"""Reads a file once into a checked table on disk, in which every row is an incident or has a reason against it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import duckdb_extension_spatial

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine import expressions as sql
from samvirke.registers.incidents.engine.checks import checks, inside, sound
from samvirke.registers.incidents.engine.ground import Ground
from samvirke.registers.incidents.engine.mapping import Mapping
from samvirke.registers.incidents.engine.opened import Opened, cut_off

_LONGEST_ROW = 2_000_000
_BROKEN_ROWS = {
    "MISSING COLUMNS": "too-few-columns",
    "TOO MANY COLUMNS": "too-many-columns",
    "LINE SIZE OVER MAXIMUM": "too-long",
}


@dataclass(frozen=True)
class BrokenRow:
    """A line of the file that is no row: its number from 1, and why."""

    line: int
    code: str


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
) -> list[BrokenRow]:
    """Write the checked table to `target` (Parquet, rows in the order of the file); the lines that are no rows.

    Raises `Refused` when the file as a whole cannot be read: cut off, in another encoding, with a quotation mark
    that never closes.
    """
    if ground.near:
        db.register("near_cells", ground.near)
        db.execute("CREATE TEMP TABLE near AS SELECT cell_x, cell_y, cell_code, TRUE AS is_near FROM near_cells")
        db.unregister("near_cells")
    query = _query(db, opened, mapping, ground, latest)
    db.execute(f"COPY ({query}) TO {sql.text(str(target))} (FORMAT parquet, COMPRESSION lz4)")
    return _broken_rows(db, opened, mapping) if opened.kind == "csv" else []


def _query(db: duckdb.DuckDBPyConnection, opened: Opened, mapping: Mapping, ground: Ground, latest: datetime) -> str:
    fields = ", ".join(
        f"{expression} AS {field}" for field, expression in sql.fields(mapping, ground, opened.columns).items()
    )
    located = f"SELECT *, {_located(db, mapping, ground)} FROM (SELECT {fields} FROM {_source(opened, mapping)})"
    near = (
        f"SELECT located.*, is_near FROM ({located}) located LEFT JOIN near ON {sql.cells()}"
        if ground.near
        else located
    )
    tried = checks(mapping, ground, latest)
    fault = " ".join(f"WHEN {check.when} THEN {number}::UTINYINT" for number, check in enumerate(tried))
    value = " ".join(f"WHEN {number} THEN left({check.value}, 200)" for number, check in enumerate(tried))
    kept = "key, by_row, offence, category, starts, ends, municipality, x, y, dwelling_text"
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


def as_refusal(error: duckdb.Error, opened: Opened) -> Exception:
    """What an error of the database means to whoever imports: a full disk, or a file that is no table."""
    message = str(error)
    if "GZIP" in message.upper():
        return cut_off(opened.path)
    if "No space left" in message or "not enough space" in message.lower():
        return OSError(28, "No space left on device")
    if isinstance(error, duckdb.InvalidInputException | duckdb.IOException):
        what = Said(_("The file cannot be read as a table: {error}"), {"error": message.splitlines()[0]})
        return Refused.because(what, _("Export it again as CSV in UTF-8."), file=opened.path.name)
    return error


def load_spatial(db: duckdb.DuckDBPyConnection) -> None:
    """Load the spatial extension that came with the packages; the network is never asked."""
    folder = Path(duckdb_extension_spatial.__file__).parent / "extensions" / f"v{duckdb.__version__}"
    db.execute(f"LOAD {sql.text(str(folder / 'spatial.duckdb_extension'))}")


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


def _broken_rows(db: duckdb.DuckDBPyConnection, opened: Opened, mapping: Mapping) -> list[BrokenRow]:
    rows = db.execute("SELECT DISTINCT line, error_type::VARCHAR FROM reject_errors ORDER BY line").fetchall()
    for line, kind in rows:
        if kind == "INVALID ENCODING":
            what = Said(_("The text is not {encoding}."), {"encoding": mapping.encoding})
            remedy = _("Save the file as UTF-8, or write a mapping with its encoding.")
            raise Refused.because(what, remedy, file=opened.path.name, line=line)
        if kind not in _BROKEN_ROWS:
            what = Said(_("A quotation mark opens and never closes properly."))
            raise Refused.because(what, _("Close or remove the mark."), file=opened.path.name, line=line)
    by_line = {line: _BROKEN_ROWS[kind] for line, kind in rows}
    return [BrokenRow(line, code) for line, code in sorted(by_line.items())]
