"""Collisions with injury in the same period, as rings beside whatever else is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import shapely

from samvirke.foundation.words import _
from samvirke.insight.indicators.kit import all_indicators
from samvirke.insight.tiles.layer import NUMBER, TEXT, Bounds, Feature, Layer
from samvirke.insight.tiles.layers.squares import name_of
from samvirke.insight.tiles.scene import Scene, size_at

GROUP = "collisions-injury"


def _features(scene: Scene, zoom: int, _bounds: Bounds) -> Iterator[Feature]:
    own = replace(scene, group=all_indicators()[GROUP])
    if own.table is None:
        return
    for square, count in own.table.of_size(size_at(zoom)).items():
        middle = shapely.Point(square.x + square.metres / 2, square.y + square.metres / 2)
        yield Feature(middle, (count, name_of(square)))


LAYER = Layer(
    name="collisions",
    title=_("Collisions with injury"),
    note=_("A ring in the middle of each square that may be shown, with its number; not where they happened."),
    columns={"n": NUMBER, "square": TEXT},
    features=_features,
)
