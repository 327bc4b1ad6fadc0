"""Several columns of a file for one input: read under keys of their own, handed on together by their names."""

from __future__ import annotations

from typing import Any


def apart(columns: dict[str, Any], several: str, known: list[str]) -> dict[str, str]:
    """Each of several columns for one input under a key of its own; names may also stand with commas between them."""
    if several not in columns:
        return columns
    given = columns.pop(several)
    found = (given,) if isinstance(given, str) else given
    names = [name for each in found for name in ([each] if each in known else each.split(","))]
    return columns | {f"{several} {at}": name.strip() for at, name in enumerate(dict.fromkeys(names), 1)}


def together(arrays: dict[str, Any], columns: dict[str, str], several: str) -> dict[str, Any]:
    """Several columns for one input, by their names."""
    keys = [key for key in arrays if several and key.startswith(f"{several} ")]
    rest = {key: value for key, value in arrays.items() if key not in keys}
    return rest | ({several: {columns[key]: arrays[key] for key in keys}} if keys else {})
