"""Where incidents are dense: a surface, worked out in bands from south to north."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from samvirke.analysis.kde import Surface, kde
from samvirke.analysis.kde.frame import GAUSSIAN, GAUSSIAN_REACH, frame
from samvirke.analysis.kit import refuse_unless
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.insight.studies.engine.homes import refuse_squares_of_one_home
from samvirke.insight.studies.engine.kind import Kind, Part
from samvirke.insight.studies.engine.scope import Piece, Scope, digest_of

_PLACED = "x IS NOT NULL"
# A band of so many incidents is worth a task of its own, and fits into the memory of a small machine.
_INCIDENTS_A_BAND = 5_000_000
_FEWEST_ROWS = 16
_EVERYWHERE = 1e12


def _parts(scope: Scope, parameters: Any) -> Sequence[Part]:
    """The bands: west, south, east, north of each, and between which northings it answers for incidents."""
    refuse_squares_of_one_home(parameters.cell)
    box = scope.read("min(x) AS w, min(y) AS s, max(x) AS e, max(y) AS n, count(*) AS many", _PLACED, as_stored=True)
    many = int(box["many"][0])
    refuse_unless(many > 0, _("There are no incidents."), _("Choose a longer period or a larger area."))
    x, y = (np.array([float(box[low][0]), float(box[high][0])]) for low, high in (("w", "e"), ("s", "n")))
    grid = frame(x, y, parameters)
    bands = max(1, min(math.ceil(many / _INCIDENTS_A_BAND), grid.rows // _FEWEST_ROWS))
    edges = [grid.rows * at // bands for at in range(bands + 1)]
    west, _south, east, _north = grid.bounds
    norths = [grid.south + edge * grid.cell for edge in edges]
    own = [-_EVERYWHERE, *norths[1:-1], _EVERYWHERE]
    return [
        ((west, norths[at], east, norths[at + 1]), edges[at + 1] - edges[at], grid.columns, own[at], own[at + 1])
        for at in range(bands)
    ]


def _work(scope: Scope, parameters: Any, _seed: int, part: Part) -> Piece:
    bounds, rows, columns, own_south, own_north = part
    reach = parameters.bandwidth * ((GAUSSIAN_REACH + 1) if parameters.kernel == GAUSSIAN else 1) + parameters.cell
    read = scope.read("x, y", f"{_PLACED} AND y >= ? AND y < ?", bounds[1] - reach, bounds[3] + reach, as_stored=True)
    own = scope.counts("1 AS one", f"{_PLACED} AND y >= ? AND y < ?", own_south, own_north)["n"].sum()
    try:
        surface = kde(read["x"], read["y"], parameters=dataclasses.replace(parameters, bounds=bounds))
        found = (surface.grid, surface.error_bound, surface.exact)
    except Refused:
        # Nothing is felt in this band; whether anything is felt in any is seen when they are put together.
        found = (np.zeros((rows, columns)), 0.0, True)
    return Piece(int(own), digest_of(read), found)


def _whole(scope: Scope, parameters: Any, parts: Sequence[Part], pieces: Sequence[Any]) -> Surface:
    grid = np.vstack([found[0] for found in pieces])
    total, highest = float(grid.sum()), float(grid.max())
    refuse_unless(highest > 0, _("No incident is felt within the bounds."), _("Look for mixed-up coordinates."))
    row, column = divmod(int(grid.argmax()), grid.shape[1])
    west, south, east, _north = parts[0][0]
    cell = parameters.cell
    return Surface(
        n=int(scope.counts("1 AS one", _PLACED)["n"].sum()),
        grid=grid,
        shape=(grid.shape[0], grid.shape[1]),
        bounds=(west, south, east, parts[-1][0][3]),
        cell=cell,
        bandwidth=parameters.bandwidth,
        kernel=parameters.kernel,
        max=highest,
        max_at=(west + (column + 0.5) * cell, south + (row + 0.5) * cell),
        sum=total,
        integral=total * cell**2,
        exact=all(found[2] for found in pieces),
        error_bound=max(found[1] for found in pieces),
    )


KIND = Kind(
    name="kde",
    analysis=kde,
    reads=_("The place of each incident with a known place."),
    work=_work,
    whole=_whole,
    parts=_parts,
    chooses_places=True,
)
