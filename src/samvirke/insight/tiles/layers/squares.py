"""Squares of incidents: how many in each, or that it is hidden."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from samvirke.foundation.words import _
from samvirke.insight.tiles.classes import class_of
from samvirke.insight.tiles.ground import NOWHERE, Square
from samvirke.insight.tiles.layer import NUMBER, TEXT, Bounds, Feature, Layer
from samvirke.insight.tiles.scene import Scene, size_at

# Schematic borders leave slivers; a square of which less than this is drawn as land is drawn whole.
_SLIVER = 0.05


def _features(scene: Scene, zoom: int, _bounds: Bounds) -> Iterator[Feature]:
    table, size = scene.table, size_at(zoom)
    if table is None:
        return
    bounds = scene.limits_of(size)
    for square in table.hidden:
        shape = land_of(square, scene) if square.metres >= size else None
        if shape is not None:
            yield Feature(shape, (-1, -1, name_of(square)))
    for square, count in table.of_size(size).items():
        shape = land_of(square, scene) or box_of(square)
        yield Feature(shape, (count, class_of(count, bounds), name_of(square)))


def box_of(square: Square) -> BaseGeometry:
    """The whole square."""
    return shapely.box(square.x, square.y, square.x + square.metres, square.y + square.metres)


def land_of(square: Square, scene: Scene) -> BaseGeometry | None:
    """The part of a square that is drawn as land of its municipality; nothing where that is a sliver or the sea."""
    if square.metres == NOWHERE:
        return None
    box, border = box_of(square), scene.borders.get(square.municipality)
    if border is None:
        return box
    land = common_ground(border, box)
    return land if land.area >= _SLIVER * box.area else None


def common_ground(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    """What two areas share, without the points and lines in which they only touch: no tile holds a mixture."""
    found = shapely.intersection(one, other)
    parts = [part for part in getattr(found, "geoms", [found]) if part.geom_type == "Polygon"]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def name_of(square: Square) -> str:
    """Municipality, size, west and south edge."""
    return f"{square.municipality}/{square.metres}/{square.x}/{square.y}"


LAYER = Layer(
    name="squares",
    title=_("Squares"),
    note=_("Each square has its number. A dotted one is hidden: under 5, or kept back to protect another."),
    columns={"n": NUMBER, "class": NUMBER, "square": TEXT},
    features=_features,
    on=True,
)
