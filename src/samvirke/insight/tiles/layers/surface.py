"""A surface of how dense incidents are, drawn from the numbers that are shown and from nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import shapely
from numpy.typing import NDArray

from samvirke.foundation.words import _
from samvirke.insight.tiles.ground import NOWHERE, SIZES, SMALLEST, Square
from samvirke.insight.tiles.layer import NUMBER, Bounds, Feature, Layer
from samvirke.insight.tiles.layers.squares import common_ground, land_of
from samvirke.insight.tiles.scene import Scene
from samvirke.insight.tiles.tables import Table

_STEP = 1000
# How far an incident is felt: two steps to either side, weights of a bell.
_BELL = np.array([1, 4, 6, 4, 1]) / 16
_SHARES_OF_HIGHEST = (0.05, 0.15, 0.35, 0.65)


def _features(scene: Scene, _zoom: int, _bounds: Bounds) -> Iterator[Feature]:
    table = scene.table
    known = _spread(scene, table) if table else {}
    if not known:
        return
    west, south, grid = _grid(known)
    for axis in (0, 1):
        grid = np.apply_along_axis(lambda line: np.convolve(line, _BELL, "same"), axis, grid)
    levels = [share * float(grid.max()) for share in _SHARES_OF_HIGHEST]
    land = shapely.union_all(list(scene.borders.values())) if scene.borders else None
    for number, level in enumerate(levels):
        rows, columns = np.nonzero(grid >= level)
        x, y = west + columns * _STEP, south + rows * _STEP
        found = shapely.union_all(shapely.box(x, y, x + _STEP, y + _STEP))
        # Corners of steps would look like knowledge of the ground.
        smooth = found.buffer(_STEP / 2).buffer(-_STEP / 2).simplify(_STEP / 4)
        shape = common_ground(smooth, land) if land is not None else smooth
        if not shape.is_empty:
            yield Feature(shape, (number,))


def _spread(scene: Scene, table: Table) -> dict[Square, float]:
    """Incidents by smallest square: what is left of a family is shared evenly among its hidden squares."""
    found: dict[Square, float] = defaultdict(float)
    families: dict[Square | int, list[Square]] = defaultdict(list)
    for square in (*table.shown, *table.hidden):
        if square.metres != NOWHERE:
            families[square.above[-1] if square.above else square.municipality].append(square)
    cells = scene.tables.municipalities.get(scene.period, {})
    for parent, children in families.items():
        cell = cells.get(parent) if isinstance(parent, int) else None
        whole = table.shown.get(parent) if isinstance(parent, Square) else cell.value if cell else None
        hidden = [one for one in children if one in table.hidden and land_of(one, scene) is not None]
        left = (whole or 0) - sum(table.shown.get(one, 0) for one in children)
        if isinstance(parent, int):
            left -= table.nowhere.get(parent) or 0
        for one in hidden:
            _share(found, one, max(left, 0) / len(hidden))
    for square, count in table.of_size(SMALLEST).items():
        found[square] += count
    return found


def _share(found: dict[Square, float], square: Square, count: float) -> None:
    """Evenly over the smallest squares of a square."""
    many = (square.metres // SMALLEST) ** 2
    for x in range(square.x, square.x + square.metres, SMALLEST):
        for y in range(square.y, square.y + square.metres, SMALLEST):
            found[Square(square.municipality, SMALLEST, x, y)] += count / many


def _grid(known: dict[Square, float]) -> tuple[int, int, NDArray[np.float64]]:
    """Incidents a square kilometre, with room around for what is felt beyond."""
    room, fine = SIZES[0], SMALLEST // _STEP
    west, south = min(one.x for one in known) - room, min(one.y for one in known) - room
    east, north = max(one.x for one in known) + room, max(one.y for one in known) + room
    grid = np.zeros(((north - south) // _STEP, (east - west) // _STEP))
    for square, count in known.items():
        row, column = (square.y - south) // _STEP, (square.x - west) // _STEP
        grid[row : row + fine, column : column + fine] += count / fine**2
    return west, south, grid


LAYER = Layer(
    name="surface",
    title=_("Surface"),
    note=_(
        "From light to dark: over 5, 15, 35 and 65 per cent of the densest place. Drawn from the numbers shown in "
        "squares; what is hidden is spread evenly over its hidden squares."
    ),
    columns={"class": NUMBER},
    features=_features,
)
