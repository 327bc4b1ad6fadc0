"""Turns a mapping into SQL: what each field becomes, and when a row is to be rejected.

Names and texts of the mapping and the file's header are quoted; nothing of a row's content ever becomes SQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from samvirke.registers.incidents.categories import UNKNOWN
from samvirke.registers.incidents.engine.clock_changes import clock_changes
from samvirke.registers.incidents.engine.ground import Box, Ground
from samvirke.registers.incidents.engine.mapping import Mapping, Moment

_LASTS = {"hour": "INTERVAL 1 HOUR", "day": "INTERVAL 1 DAY", "month": "INTERVAL 1 MONTH"}
_CELL = 1000


@dataclass(frozen=True)
class Check:
    """A reason to reject: its code, the columns it speaks of, the condition and the value to show, as SQL."""

    code: str
    columns: str
    when: str
    value: str


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
        "municipality_text": _clean(mapping.municipality.column, mapping) if mapping.municipality else "NULL",
        "municipality": _municipality(mapping, ground),
        "x_text": _clean(mapping.point.x, mapping) if mapping.point else "NULL",
        "y_text": _clean(mapping.point.y, mapping) if mapping.point else "NULL",
        "x_given": _number(mapping.point.x, mapping) if mapping.point else "NULL::DOUBLE",
        "y_given": _number(mapping.point.y, mapping) if mapping.point else "NULL::DOUBLE",
        "dwelling_text": _dwelling(mapping),
    }


def checks(mapping: Mapping, ground: Ground, latest: datetime) -> list[Check]:
    """Every reason to reject a row, in the order in which they are tried; the first that holds is told."""
    found = _moment_checks("starts", mapping.starts, mapping, ground, latest, needed=True)
    if mapping.ends:
        found += _moment_checks("ends", mapping.ends, mapping, ground, latest, needed=False)
        found.append(Check("ends-before-it-starts", _columns(mapping.ends), "ends < starts", "ends_text"))
    if mapping.counted:
        found += _moment_checks("counted", mapping.counted, mapping, ground, latest, needed=False)
    found.append(Check("missing", mapping.offence.column, "coalesce(offence, '') = ''", "''"))
    if mapping.municipality:
        found += _municipality_checks(mapping.municipality.column, ground)
    if mapping.point:
        found += _point_checks(mapping, ground)
    return found


def cells(ground: Ground) -> str:
    """The condition that joins a row to the cells near its municipality."""
    return f"near.x = floor(x / {_CELL})::INTEGER AND near.y = floor(y / {_CELL})::INTEGER AND near.code = municipality"


def folded(ground: Ground) -> str:
    """Whether a local start lies in an hour that the clock ran through twice."""
    return _within("starts", clock_changes(ground.zone).repeated)


def _moment_checks(
    field: str, moment: Moment, mapping: Mapping, ground: Ground, latest: datetime, needed: bool
) -> list[Check]:
    said, columns = f"{field}_text", _columns(moment)
    parsed = f"{said} IS NOT NULL AND {field} IS NULL"
    zone = f"(contains({said}, '+') OR upper(right({said}, 1)) = 'Z')"
    found = [Check("missing", columns, f"{said} IS NULL", "''")] if needed else []
    found += [
        Check("excel-serial", columns, f"{parsed} AND try_cast({said} AS DOUBLE) BETWEEN 1 AND 109574", said),
        Check("not-a-time", columns, parsed, said),
        Check("before-1900", columns, f"{field} < TIMESTAMP '1900-01-01'", said),
        Check("in-the-future", columns, f"{field} > TIMESTAMP '{latest:%Y-%m-%d %H:%M:%S}'", said),
    ]
    if not moment.patterns:
        found.insert(1 if needed else 0, Check("has-zone", columns, zone, said))
    skipped = clock_changes(ground.zone).skipped
    if mapping.clock == "local" and moment.lasts not in ("day", "month") and skipped:
        found.append(Check("no-such-hour", columns, _within(field, skipped), said))
    return found


def _municipality_checks(column: str, ground: Ground) -> list[Check]:
    codes = ", ".join(str(code) for code in ground.municipalities)
    return [
        Check("missing", column, "municipality_text IS NULL", "''"),
        Check("not-a-code", column, "municipality IS NULL", "municipality_text"),
        Check("other-district", column, f"municipality NOT IN ({codes})", "municipality_text"),
    ]


def _point_checks(mapping: Mapping, ground: Ground) -> list[Check]:
    point = mapping.point
    if point is None:
        return []
    both, value = f"{point.x}, {point.y}", "concat_ws(', ', x_text, y_text)"
    valid, own = ground.validity_in(mapping.crs), ground.extent_in(mapping.crs)
    found = [
        Check("half-a-point", both, "(x_text IS NULL) <> (y_text IS NULL)", value),
        Check("not-a-number", point.x, "x_text IS NOT NULL AND (x_given IS NULL OR NOT isfinite(x_given))", "x_text"),
        Check("not-a-number", point.y, "y_text IS NOT NULL AND (y_given IS NULL OR NOT isfinite(y_given))", "y_text"),
        Check(
            "swapped",
            both,
            f"NOT {_inside('x_given', 'y_given', valid)} AND {_inside('y_given', 'x_given', own)}",
            value,
        ),
        Check("outside-crs", both, f"NOT {_inside('x_given', 'y_given', valid)}", value),
        Check("outside-district", both, f"NOT {_inside('x_given', 'y_given', own)}", value),
    ]
    if ground.near:
        found.append(
            Check(
                "far-from-municipality", both, "x IS NOT NULL AND municipality IS NOT NULL AND is_near IS NULL", value
            )
        )
    return found


def _inside(x: str, y: str, box: Box) -> str:
    return f"({x} BETWEEN {box.west!r} AND {box.east!r} AND {y} BETWEEN {box.south!r} AND {box.north!r})"


def _within(field: str, spans: tuple[tuple[datetime, datetime], ...]) -> str:
    parts = [f"({field} >= TIMESTAMP '{low}' AND {field} < TIMESTAMP '{high}')" for low, high in spans]
    months = sorted({low.month for low, _high in spans})
    return f"(month({field}) IN ({', '.join(map(str, months))}) AND ({' OR '.join(parts)}))" if parts else "FALSE"


def _columns(moment: Moment) -> str:
    return ", ".join(moment.columns)


def _clean(column: str, mapping: Mapping) -> str:
    trimmed = f"nullif(trim({name(column)}), '')"
    for nothing in mapping.empty:
        trimmed = f"nullif({trimmed}, {text(nothing)})"
    return trimmed


def _together(columns: list[str]) -> str:
    if len(columns) == 1:
        return f"coalesce({columns[0]}, '')"
    return f"concat_ws(chr(31), {', '.join(f"coalesce({column}, '')" for column in columns)})"


def _said(moment: Moment | None, mapping: Mapping) -> str:
    if moment is None:
        return "NULL"
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
    return f"try_cast({f"replace({cleaned}, ',', '.')" if mapping.decimal_comma else cleaned} AS DOUBLE)"


def _dwelling(mapping: Mapping) -> str:
    if mapping.dwelling is None:
        return "NULL"
    return f"lower(nullif(regexp_replace(trim({name(mapping.dwelling.column)}), '\\s+', ' ', 'g'), ''))"
