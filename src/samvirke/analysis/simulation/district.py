"""Makes the invented district, whole or quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from samvirke.analysis.simulation.columns import Rows, SimulatedDistrict
from samvirke.analysis.simulation.counts import draw_counts
from samvirke.analysis.simulation.dwellings import inhabited, within_a_year
from samvirke.analysis.simulation.moments import happened, reported
from samvirke.analysis.simulation.parameters import Kind, Parameters
from samvirke.analysis.simulation.places import grounds, placed
from samvirke.analysis.simulation.suspects import with_suspects
from samvirke.foundation.period import Period


def simulate(
    parameters: Parameters, shapes: Mapping[int, BaseGeometry], generator: np.random.Generator
) -> SimulatedDistrict:
    """The whole district at once. `shapes` are the municipalities' by code, in metres (EPSG:25832 in Denmark)."""
    parts = [each.rows for each in by_quarter(parameters, shapes, generator)]
    return SimulatedDistrict(Rows.joined(parts), parameters)


def by_quarter(
    parameters: Parameters, shapes: Mapping[int, BaseGeometry], generator: np.random.Generator
) -> Iterator[SimulatedDistrict]:
    """The same rows one quarter at a time, so that any number of rows fits in memory."""
    ground = grounds(parameters, shapes)
    counts = draw_counts(parameters, generator)
    earlier, taken, last_number = Rows.none(), np.zeros(len(parameters.towns), np.int64), 0
    for quarter, drawn in zip(parameters.quarters, np.moveaxis(counts, -1, 0), strict=True):
        rows = _unplaced(parameters, quarter, drawn, generator)
        rows = placed(rows, parameters, ground, generator)
        for position in range(len(parameters.moves)):
            rows = _moved(rows, parameters, position, quarter, generator)
        rows, taken = inhabited(rows, parameters, earlier, taken, generator)
        earlier = within_a_year(Rows.joined([earlier, rows]))
        last_number = 0 if quarter.number == 1 else last_number
        rows = _numbered(rows, last_number)
        last_number += len(rows)
        yield SimulatedDistrict(with_suspects(rows, parameters, quarter), parameters)


def _unplaced(
    parameters: Parameters, quarter: Period, counts: NDArray[np.int64], generator: np.random.Generator
) -> Rows:
    """When and what: every row of a quarter, not yet anywhere."""
    first_code, parts = 0, []
    for kind, of_kind in zip(parameters.kinds, counts, strict=True):
        where = np.repeat(parameters.municipalities, of_kind)
        report = reported(kind, quarter, len(where), generator)
        starts, ends = happened(kind, report, generator)
        parts.append(Rows.new(report, starts, ends, first_code + _codes(kind, len(where), generator), where))
        first_code += len(kind.codes)
    return Rows.joined(parts)


def _codes(kind: Kind, number: int, generator: np.random.Generator) -> NDArray[np.int64]:
    shares = np.array(list(kind.codes.values()))
    return generator.choice(len(shares), number, p=shares / shares.sum())


def _moved(rows: Rows, parameters: Parameters, position: int, quarter: Period, generator: np.random.Generator) -> Rows:
    """The rows of a quarter with some put where the plant wants them; as many as there are, when too few."""
    move = parameters.moves[position]
    scene = move.scene(quarter, generator)
    of_kind = np.isin(parameters.kind_of_code, move.kinds)[rows.code]
    ordinary = np.flatnonzero(of_kind & (rows.municipality == move.municipality) & (rows.planted == 0))
    chosen = generator.permutation(ordinary)[: len(scene.points)]
    rows = rows.located(chosen, scene.points[: len(chosen)])
    rows = rows.put(chosen, planted=np.full(len(chosen), position + 1))
    if scene.moments is None:
        return rows
    starts, ends, report = (each[: len(chosen)] for each in scene.moments)
    return rows.put(chosen, starts=starts, ends=ends, reported=report)


def _numbered(rows: Rows, last: int) -> Rows:
    """In the order of report, each with its journal number within the year."""
    rows = rows.at(np.argsort(rows.reported, kind="stable"))
    return replace(rows, number=(last + 1 + np.arange(len(rows))).astype(np.int32))
