"""Turns what an analysis is given into clean arrays, or refuses with a sentence: never a wrong number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

Numbers = NDArray[np.float64]
Days = NDArray[np.int64]

_MEND = _("Mend such rows or leave them out, and say how many.")
_LARGEST_WHOLE = 2.0**53
_FARTHEST = 1e9


def refuse_unless(holds: bool, what: str, remedy: str, *, column: str = "", key: str = "", **values: Any) -> None:
    """Refuse with these message ids, filled with `values`, unless something holds.

    `column` names an array that was given, `key` a parameter.
    """
    if not holds:
        raise Refused.because(Said(what, values), Said(remedy, values), column=column, key=key)


def amounts(values: ArrayLike, name: str) -> Numbers:
    """Finite numbers that are not negative."""
    found = _finite(values, name)
    refuse_unless(
        not (found < 0).any(), _("There is a negative number."), _("Counts and weights start at 0."), column=name
    )
    return found


def counts(values: ArrayLike, name: str) -> Numbers:
    """Whole numbers from 0 that a float holds exactly."""
    found = amounts(values, name)
    whole = bool((found == np.floor(found)).all() and (found < _LARGEST_WHOLE).all())
    refuse_unless(
        whole, _("There is a number that is not whole."), _("Counts are whole; give fractions as weights."), column=name
    )
    return found


def coordinates(x: ArrayLike, y: ArrayLike, of: str = "") -> tuple[Numbers, Numbers]:
    """Two columns of metres, called `of`_x and `of`_y, of one length, every value on the earth."""
    names = (f"{of}_x", f"{of}_y") if of else ("x", "y")
    east, north = _finite(x, names[0]), _finite(y, names[1])
    same_length({names[0]: east, names[1]: north})
    for name, found in zip(names, (east, north), strict=True):
        refuse_unless(
            not found.size or max(-found.min(), found.max()) <= _FARTHEST,
            _("A coordinate lies farther away than any place on earth."),
            _("Coordinates are metres; look for a wrong unit or a code for “missing”."),
            column=name,
        )
    return east, north


def days(values: ArrayLike, name: str = "time") -> Days:
    """Instants as whole days: the calendar day of a timestamp, or a whole number of days."""
    _refuse_masked(values, name)
    found = np.asarray(values)
    _flat(found, name)
    if found.dtype.kind == "M":
        refuse_unless(not np.isnat(found).any(), _("There is a time that is missing."), _MEND, column=name)
        return found.astype("datetime64[D]").astype(np.int64)
    numbers = _finite(found, name)
    refuse_unless(
        bool((numbers == np.floor(numbers)).all() and (np.abs(numbers) < _LARGEST_WHOLE).all()),
        _("There is a time that is not a whole day."),
        _("Give dates, timestamps or whole day numbers."),
        column=name,
    )
    return numbers.astype(np.int64)


def labels(values: ArrayLike, name: str) -> tuple[list[str], NDArray[np.int64]]:
    """The different labels in order of the alphabet, and for each row the position of its own."""
    _refuse_masked(values, name)
    found = np.asarray(values)
    _flat(found, name)
    whole = found.dtype.kind in "USiu" or all(isinstance(each, str | int) for each in found.tolist())
    refuse_unless(whole, _("There is a label that is missing or is not a name."), _MEND, column=name)
    names, codes = np.unique(found.astype(np.str_), return_inverse=True)
    return names.tolist(), codes.astype(np.int64)


def same_length(columns: Mapping[str, Numbers | Days | NDArray[Any]]) -> int:
    """The number of rows that all columns have."""
    lengths = {len(each) for each in columns.values()}
    refuse_unless(
        len(lengths) == 1,
        _("The columns {names} differ in length."),
        _("Give one value for each row in each of them."),
        names=", ".join(columns),
    )
    return lengths.pop()


def _finite(values: ArrayLike, name: str) -> Numbers:
    _refuse_masked(values, name)
    try:
        found = np.require(values, np.float64, ["C", "A", "W"])
    except (TypeError, ValueError) as error:
        raise Refused.because(Said(_("There is something that is not a number.")), Said(_MEND), column=name) from error
    _flat(found, name)
    missing = int(np.count_nonzero(~np.isfinite(found)))
    refuse_unless(
        not missing,
        _("{count} of {rows} values are missing or not finite."),
        _MEND,
        column=name,
        count=missing,
        rows=found.size,
    )
    return found


def _refuse_masked(values: ArrayLike, name: str) -> None:
    refuse_unless(not np.ma.is_masked(values), _("There are masked values."), _MEND, column=name)


def _flat(found: NDArray[Any], name: str) -> None:
    refuse_unless(found.ndim == 1, _("This is not one column."), _("Give one value for each row."), column=name)
