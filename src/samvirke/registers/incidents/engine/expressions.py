"""Turns a mapping into SQL: what each field of an incident becomes.

Names and texts of the mapping and the file's header are quoted; nothing of a row's content ever becomes SQL.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

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
    identity = [f"({_clean(column, mapping)})" for column in mapping.identity.columns]
    whole_row = _together([name(column) for column in all_columns])
    by_row = " AND ".join(f"{column} IS NULL" for column in identity) if identity else "TRUE"
    own = _together(identity) if identity else whole_row
    return {
        "by_row": by_row,
        "key": f"md5(CASE WHEN {by_row} THEN {whole_row} ELSE {own} END)::UUID"
        if identity
        else f"md5({whole_row})::UUID",
        "offence": _code(mapping),
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
        "young": _young(mapping, all_columns),
    }


def near(ground: Ground) -> str:
    """Whether the municipality has land in a point's square kilometre or close by: one bit for each of both.

    Bits and no join (nor an IN that would become one): a join would bring the rows out of the order of the file.
    """
    x, y, code = (ground.near[column].astype(np.int64) for column in ("cell_x", "cell_y", "cell_code"))
    codes, which = np.unique(code, return_inverse=True)
    west, south, width, height = x.min(), y.min(), np.ptp(x) + 1, np.ptp(y) + 1
    row = np.full(len(codes) * height * width, ord("0"), dtype=np.uint8)
    row[(which * height + y - south) * width + x - west] = ord("1")
    starts = [(place * height - south) * width - west for place in range(len(codes))]
    start = " ".join(f"WHEN {code} THEN {start}" for code, start in zip(codes, starts, strict=True))
    at = f"CASE municipality {start} END + floor(y / {_CELL})::INTEGER * {width} + floor(x / {_CELL})::INTEGER"
    within = " AND ".join(
        f"{axis} >= {low * _CELL} AND {axis} < {(low + size) * _CELL}"
        for axis, low, size in (("x", west, width), ("y", south, height))
    )
    return f"CASE WHEN {within} THEN get_bit('{row.tobytes().decode()}'::BIT, {at}) = 1 ELSE FALSE END"


def one_of(codes: Iterable[int]) -> str:
    """Whether the municipality is one of some."""
    return "(" + " OR ".join(f"municipality = {code}" for code in codes) + ")"


def folded(ground: Ground) -> str:
    """Whether a local start lies in an hour that the clock ran through twice, or leapt over."""
    changes = clock_changes(ground.zone)
    spans = (*changes.repeated, *changes.skipped)
    if not spans:
        return "FALSE"
    parts = [f"(starts >= TIMESTAMP '{low}' AND starts < TIMESTAMP '{high}')" for low, high in spans]
    hours = {low.hour for low, _high in spans}
    # Nearly no row falls in such an hour, and only those are held against every year's change.
    # (A CASE looks at the second part for those alone; an AND would look at it for all.)
    return f"CASE WHEN hour(starts) BETWEEN {min(hours)} AND {max(hours)} THEN {' OR '.join(parts)} ELSE FALSE END"


def _trimmed(column: str) -> str:
    """Without blanks at the ends; nearly no value has any, and looking for them is cheaper than cutting them off."""
    said = name(column)
    return f"CASE WHEN {said} LIKE ' %' OR {said} LIKE '% ' THEN trim({said}) ELSE {said} END"


def _clean(column: str, mapping: Mapping) -> str:
    found = _trimmed(column)
    for nothing in ("", *mapping.empty):
        found = f"nullif({found}, {text(nothing)})"
    return found


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
    # A time begins with a digit; the cast alone would also take words such as "epoch".
    plain = f"try_cast(CASE WHEN {said} BETWEEN '0' AND ':' THEN {said} END AS TIMESTAMP)"
    parsed = f"try_strptime({said}, [{patterns}])" if patterns else plain
    if mapping.clock == "utc":
        return f"TRY(timezone({text(ground.zone)}, timezone('UTC', {parsed})))"
    return parsed


def _end(mapping: Mapping, ground: Ground) -> str:
    if mapping.ends:
        return _moment(mapping.ends, mapping, ground)
    if mapping.starts.lasts:
        return f"TRY({_moment(mapping.starts, mapping, ground)} + {_LASTS[mapping.starts.lasts]})"
    return "NULL::TIMESTAMP"


def _code(mapping: Mapping) -> str:
    return f"lower({_clean(mapping.offence.column, mapping)})"


def _category(mapping: Mapping) -> str:
    code = _code(mapping)
    finer = [
        f"WHEN {code} = {text(one.offence)} "
        f"AND list_contains([{', '.join(text(value.lower()) for value in one.values)}], lower({_trimmed(one.column)})) "
        f"THEN {text(one.category)}"
        for one in mapping.offence.finer
    ]
    plain = [f"WHEN {text(one)} THEN {text(category)}" for one, category in mapping.offence.categories.items()]
    rest = f"CASE {code} {' '.join(plain)} ELSE {text(UNKNOWN)} END"
    return f"CASE {' '.join(finer)} ELSE {rest} END" if finer else rest


def _municipality(mapping: Mapping, ground: Ground) -> str:
    if mapping.municipality:
        # Spreadsheets write 730 as 730.0 where a column has gaps; a number that is not whole is no code.
        number = f"try_cast({_clean(mapping.municipality.column, mapping)} AS DOUBLE)"
        return f"CASE WHEN {number} = trunc({number}) THEN try_cast({number} AS INTEGER) END"
    return str(ground.municipalities[0]) if len(ground.municipalities) == 1 else "NULL::INTEGER"


def _number(column: str, mapping: Mapping) -> str:
    cleaned = _clean(column, mapping)
    pointed = f"replace({cleaned}, ',', '.')" if mapping.decimal_comma else cleaned
    return f"try_cast({pointed} AS DOUBLE)"


def _dwelling(mapping: Mapping) -> str:
    if mapping.dwelling is None:
        return "NULL::VARCHAR"
    plain = f"lower({_clean(mapping.dwelling.column, mapping)})"
    uneven = f"contains({plain}, '  ') OR contains({plain}, chr(9))"
    return f"CASE WHEN {uneven} THEN regexp_replace({plain}, '\\s+', ' ', 'g') ELSE {plain} END"


def _young(mapping: Mapping, all_columns: tuple[str, ...]) -> str:
    """Unknown where the file has no such column, or the value is neither a yes nor a no."""
    if mapping.young is None or mapping.young.column not in all_columns:
        return "NULL::BOOLEAN"
    yes, no = (", ".join(text(value.lower()) for value in values) for values in (mapping.young.yes, mapping.young.no))
    said = f"lower({_clean(mapping.young.column, mapping)})"
    return f"CASE WHEN {said} IN ({yes}) THEN TRUE WHEN {said} IN ({no}) THEN FALSE END"
