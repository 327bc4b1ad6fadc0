"""The borders of the municipalities, from the district's own boundaries."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.foundation.words import _
from samvirke.insight.tiles.layer import NUMBER, TEXT, Bounds, Feature, Layer
from samvirke.insight.tiles.scene import Scene


def _features(scene: Scene, _zoom: int, _bounds: Bounds) -> Iterator[Feature]:
    for code, shape in scene.borders.items():
        yield Feature(shape, (code, scene.facts.municipalities[code].name))


LAYER = Layer(
    name="municipalities",
    title=_("Municipalities"),
    note=_("Schematic borders do not say on which side of one a place lies."),
    columns={"code": NUMBER, "name": TEXT},
    features=_features,
    on=True,
)
