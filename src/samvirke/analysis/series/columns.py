"""Reads offences from columns: place, window, manner, name, and of solved ones the series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samvirke.analysis.kit import coordinates, labels, refuse_unless, same_length
from samvirke.analysis.kit.instants import MISSING, instants
from samvirke.foundation.words import _

if TYPE_CHECKING:
    from samvirke.analysis.series.compare import Offences


def offences_of(
    x: ArrayLike, y: ArrayLike, time: ArrayLike, end: ArrayLike | None, manner: Any
) -> tuple[Offences, list[str]]:
    """Offences, and the names of the manners. An end before the start is taken for the start."""
    # numba takes a second to load; importing the analysis alone does not need it.
    from samvirke.analysis.series.compare import Offences

    east, north = coordinates(x, y)
    start = instants(time, "time")
    same_length({"x": east, "time": start.ticks})
    refuse_unless(
        east.size > 1, _("There are fewer than two incidents."), _("Choose a longer period or a larger area.")
    )
    begin = start.ticks / (start.a_minute * 60.0)
    lasts = np.zeros(east.size)
    if end is not None:
        stop = instants(end, "end", may_miss=True)
        same_length({"x": east, "end": stop.ticks})
        lasts = np.where(stop.ticks == MISSING, 0.0, stop.ticks / (stop.a_minute * 60.0) - begin)
    kinds = _manners(manner)
    codes = np.empty((len(kinds), east.size), np.int64)
    for at, (name, values) in enumerate(kinds.items()):
        same_length({"x": east, name: values})
        codes[at] = _codes(values)
    early = np.minimum(begin, begin + lasts)
    monday = np.floor((early.min() + 72) / 168) * 168 - 72
    return Offences(east, north, early - monday, np.abs(lasts), codes), list(kinds)


def names_of(incident: ArrayLike | None, rows: int) -> NDArray[np.str_]:
    """The names of the rows, each once; numbers from 1 when there are none."""
    if incident is None:
        return np.arange(1, rows + 1).astype(np.str_)
    names, codes = labels(incident, "incident")
    same_length({"x": np.empty(rows), "incident": codes})
    refuse_unless(
        len(names) == rows,
        _("A name stands in more than one row."),
        _("Give each offence its own, and one row."),
        column="incident",
    )
    return np.asarray(names, np.str_)[codes]


def known_series(series: Sequence[Any] | None, rows: int) -> dict[str, list[int]]:
    """The rows of each solved series."""
    from samvirke.analysis.series.solved import labels_of

    return labels_of([None] * rows if series is None else series, rows)


def _manners(manner: Any) -> dict[str, NDArray[Any]]:
    if manner is None:
        return {}
    if isinstance(manner, Mapping):
        return {str(name): np.asarray(values) for name, values in manner.items()}
    return {f"manner {at}": np.asarray(values) for at, values in enumerate(manner, 1)}


def _codes(values: NDArray[Any]) -> NDArray[np.int64]:
    """A number for each manner; what is not known is a manner of its own, as in crimelinkage."""
    text = np.array(["" if each is None or each != each else str(each) for each in values.tolist()], np.str_)  # noqa: PLR0124
    return np.unique(text, return_inverse=True)[1].astype(np.int64)
