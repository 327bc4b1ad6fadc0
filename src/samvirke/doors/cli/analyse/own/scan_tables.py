"""Brings the cases, the places and what stands behind them together into one table of rows for the scan."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.doors.cli.analyse.file import File
from samvirke.doors.cli.analyse.table import columns_of
from samvirke.foundation.words import Said, _

Column = NDArray[Any]


def combined(file: File, given: Mapping[str, Any], asked: Any) -> tuple[dict[str, Column], int]:
    """The rows of FILE and of the files beside it, and how many incomplete rows were left out."""
    timed, places = asked.when != "spatial", given["places"]
    beside = {name: given[name] for name in ("population", "controls") if given[name]}
    tables = {name: Path(value) for name, value in beside.items() if value not in file.columns}
    wanted = {} if places else {"x": given["x"] or "x", "y": given["y"] or "y"}
    if places or tables or given["place"]:
        wanted["place"] = given["place"] or "place"
    wanted |= {"time": given["time"] or "time"} if timed else {}
    wanted |= {"count": given["count"]} if given["count"] else {}
    wanted |= {name: value for name, value in beside.items() if name not in tables}
    arrays, left_out = columns_of(file, wanted)
    if not given["count"] and asked.model != "permutation":
        arrays["count"] = np.ones(len(next(iter(arrays.values()))))
    spots = _spots(File(Path(places), decimal_comma=file.decimal_comma), given) if places else None
    if spots is None and "place" in arrays:
        spots = dict(zip(arrays["place"].tolist(), np.column_stack([arrays["x"], arrays["y"]]).tolist(), strict=True))
    if places:
        arrays |= _located(file, arrays["place"], spots or {})
        arrays = _added(arrays, _every_place(spots or {}, arrays))
    for name, path in tables.items():
        table = File(path, decimal_comma=file.decimal_comma, time_format=file.time_format)
        arrays = _added(arrays, _behind(table, name, spots or {}, arrays, timed and name == "controls"))
    return arrays, left_out


def _spots(table: File, given: Mapping[str, Any]) -> dict[str, list[float]]:
    """Where each place is."""
    columns = {"place": given["place"] or "place", "x": given["x"] or "x", "y": given["y"] or "y"}
    found, _left_out = columns_of(table, columns)
    return dict(zip(found["place"].tolist(), np.column_stack([found["x"], found["y"]]).tolist(), strict=True))


def _located(table: File, names: Column, spots: Mapping[str, list[float]]) -> dict[str, Column]:
    unknown = next((each for each in names.tolist() if each not in spots), None)
    if unknown is not None:
        what = Said(_("The place “{name}” has no coordinates."), {"name": unknown})
        raise table.refusal(what, _("Give every place once in --places."))
    where = np.array([spots[each] for each in names.tolist()], float).reshape(-1, 2)
    return {"x": where[:, 0], "y": where[:, 1]}


def _every_place(spots: Mapping[str, list[float]], arrays: Mapping[str, Column]) -> dict[str, Column]:
    """A row without cases for each place, so that places without cases are centres too."""
    where = np.array(list(spots.values()), float).reshape(-1, 2)
    return {"place": np.array(list(spots)), "x": where[:, 0], "y": where[:, 1], "count": np.zeros(len(spots))}


def _behind(
    table: File, name: str, spots: Mapping[str, list[float]], arrays: Mapping[str, Column], timed: bool
) -> dict[str, Column]:
    """Rows of population or controls: place, how many, and perhaps the day."""
    if len(table.columns) < 2 + timed:
        raise table.refusal(_("The file has too few columns."), _("Give a place, how many and, with time, the day."))
    wanted = {"place": table.columns[0], name: table.columns[1]} | ({"time": table.columns[2]} if timed else {})
    found, _left_out = columns_of(table, wanted)
    return found | _located(table, found["place"], spots) | {"count": np.zeros(len(found["place"]))}


def _added(arrays: dict[str, Column], more: dict[str, Column]) -> dict[str, Column]:
    """Both tables as one; rows that stand for no case have the first day, which then means nothing."""
    rows, added = len(arrays["x"]), len(more["x"])
    found: dict[str, Column] = {}
    for name in {**arrays, **more}:
        one, other = arrays.get(name), more.get(name)
        if name == "time":
            one = arrays["time"]
            other = np.full(added, one.min() if rows else 0, one.dtype) if other is None else other
        else:
            one = (np.ones(rows) if name == "count" else np.zeros(rows)) if one is None else one
            other = np.zeros(added) if other is None else other
        found[name] = np.concatenate([one, other])
    return found
