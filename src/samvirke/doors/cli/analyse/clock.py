"""Brings times that a file keeps in UTC to the clock on the wall of the place, summer time and all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.kit import INPUTS
from samvirke.doors.cli.analyse.casts import name, text
from samvirke.doors.cli.analyse.file import File
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

# Every zone since 1970 changes its clock at a full quarter of an hour.
_QUARTER = 900
_OFFSET = r"\d\d:\d\d.*[+-]\d\d(:?\d\d)?$"


def on_the_wall(times: NDArray[Any], zone: str) -> NDArray[Any]:
    """UTC instants as they stood on the wall in a zone; what is missing stays missing.

    Raises Refused when there is no such zone, or when the times are day numbers.
    """
    place = _zone(zone)
    if times.dtype.kind != "M":
        raise Refused.because(_("Day numbers have no clock."), _("Leave --clock out."), key="--clock")
    seconds = times.astype("datetime64[s]").astype(np.int64)
    known = ~np.isnat(times)
    quarters, which = np.unique(seconds[known] // _QUARTER, return_inverse=True)
    ahead = [_ahead(int(each) * _QUARTER, place) for each in quarters]
    wall = times.astype("datetime64[us]")
    wall[known] += np.array(ahead, "timedelta64[s]")[which]
    return wall


def to_the_wall(arrays: dict[str, Any], columns: Mapping[str, tuple[File, str]], zone: str) -> None:
    """The times among arrays brought to the wall of a zone, if one is named; `columns` say where they were read.

    Raises Refused also where a column says its zone in the text: it is not in UTC, and would be moved twice.
    """
    for each in arrays if zone else ():
        if each in INPUTS and INPUTS[each].kind == "instant":
            _refuse_offsets(*columns[each])
            arrays[each] = on_the_wall(arrays[each], zone)


def _refuse_offsets(file: File, column: str) -> None:
    words = f"trim(CAST({name(column)} AS VARCHAR))"
    query = f"SELECT {words} FROM {{source}} WHERE regexp_matches({words}, {text(_OFFSET)}) LIMIT 1"
    found = file.query(query).fetchone()
    if found:
        what = Said(_("“{value}” says its zone itself."), {"value": found[0]})
        raise file.refusal(what, _("Leave --clock out: such times are read as the clock on the wall."))


def _zone(zone: str) -> ZoneInfo:
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        what = Said(_("There is no time zone called {zone}."), {"zone": zone})
        raise Refused.because(what, _("Give a name such as Europe/Copenhagen."), key="--clock") from error


def _ahead(seconds: int, zone: ZoneInfo) -> int:
    offset = datetime.fromtimestamp(seconds, UTC).astimezone(zone).utcoffset()
    return int(offset.total_seconds()) if offset else 0
