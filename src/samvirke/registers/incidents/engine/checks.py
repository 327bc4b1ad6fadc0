"""When a row of a file is to be rejected, as SQL over the fields that `expressions` makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from samvirke.registers.incidents.engine.expressions import one_of
from samvirke.registers.incidents.engine.ground import Box, Ground
from samvirke.registers.incidents.engine.mapping import Mapping, Moment

_EARLIEST = "TIMESTAMP '1900-01-01'"
_ZONE = r"':\d.*([Zz]|UTC|[+-]\d\d(:?\d\d){0,2})$'"


@dataclass(frozen=True)
class Check:
    """A reason to reject: its code, the columns it speaks of, the condition and the value to show, as SQL."""

    code: str
    columns: str
    when: str
    value: str


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


def sound(mapping: Mapping, ground: Ground, latest: datetime) -> str:
    """A cheap condition under which no check can hold, so that the checks are tried on the other rows alone."""
    parts = [_sound_moment("starts", mapping.starts, latest), "coalesce(offence, '') <> ''"]
    if mapping.ends:
        parts += [f"(ends_text IS NULL OR ({_sound_moment('ends', mapping.ends, latest)} AND ends >= starts))"]
    if mapping.counted:
        parts.append(f"(counted_text IS NULL OR {_sound_moment('counted', mapping.counted, latest)})")
    if mapping.municipality:
        parts.append(one_of(ground.municipalities))
    if mapping.point:
        near = " AND (municipality IS NULL OR is_near)" if ground.near else ""
        within = inside("x_given", "y_given", ground.extent_in(mapping.crs))
        parts.append(f"((x_text IS NULL AND y_text IS NULL) OR ({within}{near}))")
    return f"coalesce({' AND '.join(parts)}, FALSE)"


def _sound_moment(field: str, moment: Moment, latest: datetime) -> str:
    zone = "" if moment.patterns else f" AND NOT {_may_carry_zone(field)}"
    return f"({field} BETWEEN {_EARLIEST} AND {_timestamp(latest)}{zone})"


def _moment_checks(
    field: str, moment: Moment, mapping: Mapping, ground: Ground, latest: datetime, needed: bool
) -> list[Check]:
    said, columns = f"{field}_text", _columns(moment)
    parsed = f"{said} IS NOT NULL AND {field} IS NULL"
    found = [Check("missing", columns, f"{said} IS NULL", "''")] if needed else []
    found += [
        Check("excel-serial", columns, f"{parsed} AND try_cast({said} AS DOUBLE) BETWEEN 1 AND 109574", said),
        Check("not-a-time", columns, parsed, said),
        Check("before-1900", columns, f"{field} < {_EARLIEST}", said),
        Check("in-the-future", columns, f"{field} > {_timestamp(latest)}", said),
    ]
    if not moment.patterns:
        found.insert(1 if needed else 0, Check("has-zone", columns, _carries_zone(field), said))
    return found


def _municipality_checks(column: str, ground: Ground) -> list[Check]:
    return [
        Check("missing", column, "municipality_text IS NULL", "''"),
        Check("not-a-code", column, "municipality IS NULL", "municipality_text"),
        Check("other-district", column, f"NOT {one_of(ground.municipalities)}", "municipality_text"),
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
            f"NOT {inside('x_given', 'y_given', valid)} AND {inside('y_given', 'x_given', own)}",
            value,
        ),
        Check("outside-crs", both, f"NOT {inside('x_given', 'y_given', valid)}", value),
        Check("outside-district", both, f"NOT {inside('x_given', 'y_given', own)}", value),
    ]
    if ground.near:
        far = "x IS NOT NULL AND municipality IS NOT NULL AND NOT is_near"
        found.append(Check("far-from-municipality", both, far, value))
    return found


def inside(x: str, y: str, box: Box) -> str:
    """Whether a point lies in a box."""
    return f"({x} BETWEEN {box.west!r} AND {box.east!r} AND {y} BETWEEN {box.south!r} AND {box.north!r})"


def _carries_zone(field: str) -> str:
    return f"({_may_carry_zone(field)} AND regexp_matches({field}_text, {_ZONE}))"


def _may_carry_zone(field: str) -> str:
    """A cheap condition that holds whenever a zone is stated, and now and then when none is."""
    return "(" + " OR ".join(f"{field}_text LIKE '{sign}'" for sign in ("%+%", "%:%-%", "%Z", "%z", "%UTC")) + ")"


def _timestamp(moment: datetime) -> str:
    return f"TIMESTAMP '{moment:%Y-%m-%d %H:%M:%S}'"


def _columns(moment: Moment) -> str:
    return ", ".join(moment.columns)
