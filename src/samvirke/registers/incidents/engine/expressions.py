"""Turns a mapping into SQL: what each field of an incident becomes.

Names and texts of the mapping and the file's header are quoted; nothing of a row's content ever becomes SQL.
"""

from __future__ import annotations

from datetime import datetime

from samvirke.registers.incidents.categories import UNKNOWN
from samvirke.registers.incidents.engine.clock_changes import clock_changes
from samvirke.registers.incidents.engine.ground import Ground
from samvirke.registers.incidents.engine.mapping import Mapping, Moment

_LASTS = {"hour": "INTERVAL 1 HOUR", "day": "INTERVAL 1 DAY", "month": "INTERVAL 1 MONTH"}
_CELL = 1000
_EARLIEST = "TIMESTAMP '1900-01-01'"


def name(column: str) -> str:
    """A column's name, quoted for SQL."""
    return '"' + column.replace('"', '""') + '"'


def text(value: str) -> str:
    """A text, quoted for SQL."""
    return "'" + value.replace("'", "''") + "'"


def fields(mapping: Mapping, ground: Ground, all_columns: tuple[str, ...]) -> dict[str, str]:
    """Each field of an incident as an SQL expression over the file's columns (all texts)."""
    identity = [name(column) for column in mapping.identity.columns]
    whole_row = _together([name(column) for column in all_columns])
    by_row = " AND ".join(f"{column} IS NULL" for column in identity) if identity else "TRUE"
    own = _together(identity) if identity else whole_row
    return {
        "by_row": by_row,
        "key": f"md5(CASE WHEN {by_row} THEN {whole_row} ELSE {own} END)::UUID"
        if identity
        else f"md5({whole_row})::UUID",
        "offence": f"lower(trim({name(mapping.offence.column)}))",
        "category": _category(mapping),
        "starts_text": _said(mapping.starts, mapping),
        "starts": _moment(mapping.starts, mapping, ground),
        "ends_text": _said(mapping.ends, mapping),
        "ends": _end(mapping, ground),
        "counted_text": _said(mapping.counted, mapping),
        "counted": _moment(mapping.counted, mapping, ground) if mapping.counted else "NULL::TIMESTAMP",
        "municipality_text": _clean(mapping.municipality.column, mapping) if mapping.municipality else "NULL::VARCHAR",
        "municipality": _municipality(mapping, ground),
        "x_text": _clean(mapping.point.x, mapping) if mapping.point else "NULL::VARCHAR",
        "y_text": _clean(mapping.point.y, mapping) if mapping.point else "NULL::VARCHAR",
        "x_given": _number(mapping.point.x, mapping) if mapping.point else "NULL::DOUBLE",
        "y_given": _number(mapping.point.y, mapping) if mapping.point else "NULL::DOUBLE",
        "dwelling_text": _dwelling(mapping),
    }


def cells() -> str:
    """The condition that joins a row to the cells near its municipality."""
    return (
        f"near.cell_x = floor(located.x / {_CELL})::INTEGER AND near.cell_y = floor(located.y / {_CELL})::INTEGER "
        "AND near.cell_code = located.municipality"
    )


def folded(ground: Ground) -> str:
    """Whether a local start lies in an hour that the clock ran through twice, or leapt over."""
    changes = clock_changes(ground.zone)
    return f"coalesce({_within('starts', changes.repeated)} OR {_within('starts', changes.skipped)}, FALSE)"


def _within(field: str, spans: tuple[tuple[datetime, datetime], ...]) -> str:
    parts = [f"({field} >= TIMESTAMP '{low}' AND {field} < TIMESTAMP '{high}')" for low, high in spans]
    hours = sorted({low.hour for low, _high in spans})
    # Nearly no row falls in such an hour, and only those are held against every year's change.
    # (A CASE looks at the second part for those alone; an AND would look at it for all.)
    return (
        f"CASE WHEN hour({field}) IN ({', '.join(map(str, hours))}) THEN {' OR '.join(parts)} ELSE FALSE END"
        if parts
        else "FALSE"
    )


def _clean(column: str, mapping: Mapping) -> str:
    trimmed = f"nullif(trim({name(column)}), '')"
    for nothing in mapping.empty:
        trimmed = f"nullif({trimmed}, {text(nothing)})"
    return trimmed


def _together(columns: list[str]) -> str:
    if len(columns) == 1:
        return f"coalesce({columns[0]}, '')"
    filled = ", ".join(f"coalesce({column}, '')" for column in columns)
    return f"concat_ws(chr(31), {filled})"


def _said(moment: Moment | None, mapping: Mapping) -> str:
    if moment is None:
        return "NULL::VARCHAR"
    parts = [_clean(column, mapping) for column in moment.columns]
    return parts[0] if len(parts) == 1 else f"nullif(concat_ws(' ', {', '.join(parts)}), '')"


def _moment(moment: Moment, mapping: Mapping, ground: Ground) -> str:
    said = _said(moment, mapping)
    patterns = ", ".join(text(pattern) for pattern in moment.patterns)
    parsed = f"try_strptime({said}, [{patterns}])" if patterns else f"try_cast({said} AS TIMESTAMP)"
    if mapping.clock == "utc":
        return f"timezone({text(ground.zone)}, timezone('UTC', {parsed}))"
    return parsed


def _end(mapping: Mapping, ground: Ground) -> str:
    if mapping.ends:
        return _moment(mapping.ends, mapping, ground)
    if mapping.starts.lasts:
        return f"{_moment(mapping.starts, mapping, ground)} + {_LASTS[mapping.starts.lasts]}"
    return "NULL::TIMESTAMP"


def _category(mapping: Mapping) -> str:
    code = f"lower(trim({name(mapping.offence.column)}))"
    finer = [
        f"WHEN {code} = {text(one.offence)} AND lower(trim({name(one.column)})) IN "
        f"({', '.join(text(value.lower()) for value in one.values)}) THEN {text(one.category)}"
        for one in mapping.offence.finer
    ]
    plain = [f"WHEN {text(one)} THEN {text(category)}" for one, category in mapping.offence.categories.items()]
    rest = f"CASE {code} {' '.join(plain)} ELSE {text(UNKNOWN)} END"
    return f"CASE {' '.join(finer)} ELSE {rest} END" if finer else rest


def _municipality(mapping: Mapping, ground: Ground) -> str:
    if mapping.municipality:
        return f"try_cast({_clean(mapping.municipality.column, mapping)} AS INTEGER)"
    return str(ground.municipalities[0]) if len(ground.municipalities) == 1 else "NULL::INTEGER"


def _number(column: str, mapping: Mapping) -> str:
    cleaned = _clean(column, mapping)
    pointed = f"replace({cleaned}, ',', '.')" if mapping.decimal_comma else cleaned
    return f"try_cast({pointed} AS DOUBLE)"


def _dwelling(mapping: Mapping) -> str:
    if mapping.dwelling is None:
        return "NULL::VARCHAR"
    plain = f"lower(nullif(trim({name(mapping.dwelling.column)}), ''))"
    return f"CASE WHEN contains({plain}, '  ') THEN regexp_replace({plain}, '\\s+', ' ', 'g') ELSE {plain} END"
