"""Turns instants into whole numbers of one unit of time, by the clock on the wall, with those that are missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.kit.checks import refuse_unless
from samvirke.foundation.words import _

MISSING = np.iinfo(np.int64).min
# How many of a unit make a minute. Coarser units are brought to minutes; days hold no hour at all.
_A_MINUTE = {"m": 1, "s": 60, "ms": 60_000, "us": 60_000_000, "ns": 60_000_000_000}
_MEND = _("Mend such rows or leave them out, and say how many.")


@dataclass(frozen=True)
class Instants:
    """Instants as ticks since the beginning of 1970 on the wall clock, and how many ticks make a minute."""

    ticks: NDArray[np.int64]
    a_minute: int


def instants(values: ArrayLike, name: str, *, may_miss: bool = False) -> Instants:
    """Naive timestamps as they stand on the wall clock; `MISSING` where there is none, if that may be.

    Refused are days without an hour and timestamps with a zone: which wall they hung on would have to be guessed.
    """
    refuse_unless(not np.ma.is_masked(values), _("There are masked values."), _MEND, column=name)
    found = _timestamps(np.asarray(values), name)
    refuse_unless(found.ndim == 1, _("This is not one column."), _("Give one value for each row."), column=name)
    if np.datetime_data(found.dtype)[0] not in _A_MINUTE or np.datetime_data(found.dtype)[1] != 1:
        found = found.astype("datetime64[m]")
    ticks = np.ascontiguousarray(found).view(np.int64)
    refuse_unless(
        may_miss or not ticks.size or ticks.min() > MISSING, _("There is a time that is missing."), _MEND, column=name
    )
    return Instants(ticks, _A_MINUTE[np.datetime_data(found.dtype)[0]])


def _timestamps(found: NDArray[Any], name: str) -> NDArray[Any]:
    kept = [each for each in found.tolist() if each is not None] if found.dtype.kind == "O" else []
    refuse_unless(
        all(isinstance(each, datetime) and each.tzinfo is None for each in kept),
        _("There is a time with a zone, or something that is not a time."),
        _("Give the clock on the wall where it happened, without a zone."),
        column=name,
    )
    if found.dtype.kind == "O":
        found = found.astype("datetime64[us]")
    has_hours = found.dtype.kind == "M" and np.datetime_data(found.dtype)[0] not in ("Y", "M", "W", "D")
    refuse_unless(
        has_hours or (not found.size and found.dtype.kind == "M"),
        _("The times hold no hours."),
        _("Give timestamps with hours and minutes; a day alone does not say when in the day."),
        column=name,
    )
    return found
