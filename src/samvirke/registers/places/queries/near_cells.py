"""Which square kilometres lie in or near each municipality: a net for points in the sea or in the wrong place."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from samvirke.registers.places.models import District
from samvirke.registers.places.queries.boundaries import boundaries

CELL = 1000
# Schematic borders are off by up to 3.1 km; official ones leave room for piers, bridges and a rounded address.
SCHEMATIC_TOLERANCE, OFFICIAL_TOLERANCE = 5000, 1000


def near_cells(district: District) -> dict[str, NDArray[np.int32]]:
    """Cell numbers x and y (kilometres of the district's CRS) and municipality code, one row a pair; or empty."""
    codes = list(district.municipalities.values_list("code", flat=True))
    found = boundaries(codes, district.crs)
    if found is None:
        return {}
    tolerance = SCHEMATIC_TOLERANCE if found.schematic else OFFICIAL_TOLERANCE
    rows = [_touched(shape.buffer(tolerance)) for shape in found.shapes.values()]
    codes_of = np.repeat(np.array(list(found.shapes), dtype=np.int32), [len(row) for row in rows])
    cells = np.concatenate(rows).astype(np.int32)
    return {"cell_x": cells[:, 0], "cell_y": cells[:, 1], "cell_code": codes_of}


def _touched(shape: BaseGeometry) -> NDArray[np.int64]:
    west, south, east, north = np.floor(np.array(shape.bounds) / CELL).astype(int)
    x, y = (grid.ravel() for grid in np.meshgrid(np.arange(west, east + 1), np.arange(south, north + 1)))
    boxes = shapely.box(x * CELL, y * CELL, (x + 1) * CELL, (y + 1) * CELL)
    shapely.prepare(shape)
    hit = shapely.intersects(shape, boxes)
    return np.column_stack([x[hit], y[hit]])
