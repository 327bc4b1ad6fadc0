"""How the text of a column becomes a number, an instant or a label, written as SQL over names that are quoted."""

from __future__ import annotations

_NOTHING = ("", "NA", "N/A", "NULL", "null", "None")
# The zone at the end of an instant: the wall clock is kept as it is written, since days are local days.
_ZONE = r"(\d\d:\d\d(:\d\d(\.\d+)?)?)\s*(Z|[+-]\d\d(:?\d\d)?)$"


def name(column: str) -> str:
    """A column's name in SQL."""
    return '"' + column.replace('"', '""') + '"'


def text(value: str) -> str:
    """A text in SQL."""
    return "'" + value.replace("'", "''") + "'"


def cast(column: str, kind: str, decimal_comma: bool = False, time_format: str = "") -> str:
    """The value of a column as its kind, null when it is not one."""
    said = f"trim(CAST({name(column)} AS VARCHAR))"
    if kind == "label":
        return f"CASE WHEN {present(column)} THEN {said} END"
    if kind == "number":
        plain = f"replace(replace({said}, '.', ''), ',', '.')" if decimal_comma else name(column)
        return f"TRY_CAST({plain} AS DOUBLE)"
    if time_format:
        return f"TRY_STRPTIME({said}, {text(time_format)})"
    return f"TRY_CAST(regexp_replace({said}, {text(_ZONE)}, '\\1') AS TIMESTAMP)"


def present(column: str) -> str:
    """Whether there is a value at all."""
    nothing = ", ".join(text(each) for each in _NOTHING)
    return f"coalesce(trim(CAST({name(column)} AS VARCHAR)) NOT IN ({nothing}), false)"
