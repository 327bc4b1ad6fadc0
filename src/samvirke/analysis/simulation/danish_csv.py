"""The invented district as the columns of the Danish CSV, every value a text."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.simulation.columns import NO_DWELLING, NOBODY_YOUNG, SOMEBODY_YOUNG, SimulatedDistrict
from samvirke.analysis.simulation.dwellings import address
from samvirke.analysis.simulation.plants.move import Moments

CSV_COLUMNS = ("journal", "fra", "til", "anmeldt", "forhold", "kommunekode", "oest", "nord", "bolig", "unge")
_YOUNG = {NOBODY_YOUNG: "nej", SOMEBODY_YOUNG: "ja"}


def csv_columns(district: SimulatedDistrict) -> dict[str, list[str]]:
    """The columns in order; no value needs a quotation mark except addresses, which hold a comma."""
    rows = district.rows
    columns = (
        district.journals,
        _clock(rows.starts),
        _clock(rows.ends),
        _clock(rows.reported),
        np.array(district.parameters.codes, object)[rows.code].tolist(),
        _whole(rows.municipality),
        _whole(rows.east),
        _whole(rows.north),
        _addresses(district),
        [_YOUNG.get(young, "") for young in rows.young.tolist()],
    )
    return dict(zip(CSV_COLUMNS, columns, strict=True))


def _clock(moments: Moments) -> list[str]:
    return [moment.replace("T", " ") for moment in np.datetime_as_string(moments, unit="m").tolist()]


def _whole(numbers: NDArray[np.int16] | NDArray[np.int32]) -> list[str]:
    return [str(number) for number in numbers.tolist()]


def _addresses(district: SimulatedDistrict) -> list[str]:
    parameters = district.parameters
    return [
        "" if dwelling == NO_DWELLING else address(dwelling, parameters) for dwelling in district.rows.dwelling.tolist()
    ]
