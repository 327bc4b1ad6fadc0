"""Where a district's points may lie: its coordinate system, its rough box, and the cells near each municipality."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS, Transformer


@dataclass(frozen=True)
class Box:
    """A box in some coordinate system: west, south, east, north."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Ground:
    """What the import knows of a district.

    `near` holds cell numbers of 1 km (cell_x, cell_y) and the code (cell_code) of each municipality that has land
    within the tolerance of the cell; it is empty where no boundaries are known, and then that check is left out.
    """

    crs: str
    zone: str
    extent: Box
    municipalities: tuple[int, ...]
    near: dict[str, NDArray[np.int32]] = field(default_factory=dict)

    def extent_in(self, crs: str) -> Box:
        """The district's rough box in another system."""
        return _box_in(self.extent, crs)

    def validity_in(self, crs: str) -> Box:
        """Where the district's coordinate system holds, in another system.

        A country may use one system beyond the zone it was drawn for (Denmark does, EPSG:25832 as far as Bornholm);
        the district's own box, whose distortion is checked when it is loaded, therefore always counts as inside.
        """
        area = CRS.from_user_input(self.crs).area_of_use
        if area is None:
            return self.extent_in(crs)
        own = self.extent
        both = Box(
            min(area.west, own.west), min(area.south, own.south), max(area.east, own.east), max(area.north, own.north)
        )
        return _box_in(both, crs)


def _box_in(box: Box, crs: str) -> Box:
    target = CRS.from_user_input(crs)
    if target.is_geographic:
        return box
    bounds = Transformer.from_crs("EPSG:4326", target, always_xy=True).transform_bounds(
        box.west, box.south, box.east, box.north, densify_pts=21
    )
    return Box(*bounds)
