"""The rows of an invented district, one array a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samvirke.analysis.simulation.parameters import Parameters
from samvirke.analysis.simulation.plants.move import Moments, Points
from samvirke.analysis.simulation.truths import declared_truths

NO_DWELLING = -1
NOT_TOLD, NOBODY_YOUNG, SOMEBODY_YOUNG = -1, 0, 1


@dataclass(frozen=True)
class Rows:
    """One incident a row. Moments are those of the clock on the wall in Denmark, to the minute.

    `code` is a position in the parameters' list of codes, `dwelling` a number that the same home always has,
    `planted` a position in the list of moves counted from 1 (0: ordinary), `number` that of the journal in its year,
    `young` whether a suspect was 10–17 years old.
    """

    reported: Moments
    starts: Moments
    ends: Moments
    code: NDArray[np.int16]
    municipality: NDArray[np.int16]
    east: NDArray[np.int32]
    north: NDArray[np.int32]
    dwelling: NDArray[np.int64]
    planted: NDArray[np.int8]
    number: NDArray[np.int32]
    young: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.reported)

    def at(self, rows: NDArray[Any]) -> Rows:
        """Some of the rows, by position or mask."""
        return Rows(**{each.name: getattr(self, each.name)[rows] for each in fields(Rows)})

    @classmethod
    def new(
        cls, reported: Moments, starts: Moments, ends: Moments, code: NDArray[Any], municipality: NDArray[Any]
    ) -> Rows:
        """Rows that have no place yet."""
        zeros = np.zeros(len(reported), np.int64)
        return cls(
            reported=reported.astype("datetime64[m]"),
            starts=starts.astype("datetime64[m]"),
            ends=ends.astype("datetime64[m]"),
            code=code.astype(np.int16),
            municipality=municipality.astype(np.int16),
            east=zeros.astype(np.int32),
            north=zeros.astype(np.int32),
            dwelling=np.full(len(reported), NO_DWELLING, np.int64),
            planted=zeros.astype(np.int8),
            number=zeros.astype(np.int32),
            young=np.full(len(reported), NOT_TOLD, np.int8),
        )

    @classmethod
    def none(cls) -> Rows:
        """No rows at all."""
        nothing = np.empty(0, np.int64)
        moments = nothing.astype("datetime64[m]")
        return cls.new(moments, moments, moments, nothing, nothing)

    @classmethod
    def joined(cls, parts: Sequence[Rows]) -> Rows:
        """The rows of all parts, one after the other."""
        return cls(**{each.name: np.concatenate([getattr(part, each.name) for part in parts]) for each in fields(Rows)})

    def put(self, at: NDArray[Any], **columns: NDArray[Any]) -> Rows:
        """The same rows, with other values in some columns at some positions."""
        changed = {name: getattr(self, name).copy() for name in columns}
        for name, values in columns.items():
            changed[name][at] = values
        return replace(self, **changed)

    def located(self, at: NDArray[Any], points: Points) -> Rows:
        """The same rows, some of them at these places, in whole metres."""
        east, north = np.rint(points).astype(np.int32).T
        return self.put(at, east=east, north=north)


@dataclass(frozen=True)
class SimulatedDistrict:
    """Rows in the order of their reports, and the parameters that they came from."""

    rows: Rows
    parameters: Parameters

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def kind(self) -> NDArray[np.str_]:
        """The name of each row's kind."""
        return np.array(self.parameters.kind_of_code)[self.rows.code]

    @property
    def journals(self) -> list[str]:
        """The number of each row in the invented journal, such as DEMO-2024-0012345."""
        return journals(self.rows, self.parameters.journal)

    @property
    def truths(self) -> dict[str, Any]:
        """What is true in this district, as JSON can hold it, with the journal numbers of what was moved."""
        declared = declared_truths(self.parameters)
        for position, each in enumerate(self.parameters.moves, start=1):
            moved = self.rows.at(self.rows.planted == position)
            declared["moves"][each.name]["journals"] = journals(moved, self.parameters.journal)
        return declared


def journals(rows: Rows, prefix: str) -> list[str]:
    """Journal numbers: the district's mark, the year of report, and the number within the year."""
    years = rows.reported.astype("datetime64[Y]").astype(np.int64) + 1970
    return [f"{prefix}-{year}-{number:07}" for year, number in zip(years.tolist(), rows.number.tolist(), strict=True)]
