"""Single incidents as points, near by only, for whoever analyses them in the police and for nobody else."""

from __future__ import annotations

from collections.abc import Iterator

import shapely

from samvirke.foundation.words import _
from samvirke.insight.tiles.layer import TEXT, Bounds, Feature, Layer
from samvirke.insight.tiles.scene import Scene
from samvirke.registers.incidents.queries.points_within import points_within

_MOST = 4000


def _features(scene: Scene, _zoom: int, bounds: Bounds) -> Iterator[Feature]:
    period = scene.period
    found = points_within(scene.facts.store, scene.group.categories, period.first, period.after, bounds, _MOST)
    for x, y, day, category in found:
        yield Feature(shapely.Point(x, y), (day.isoformat(), category))


LAYER = Layer(
    name="points",
    title=_("Single incidents"),
    note=_("For the police's own analysts, from near by. Each look is written in the trail. A point can be a home."),
    columns={"day": TEXT, "category": TEXT},
    features=_features,
    single=True,
    same_for_all=False,
    zooms=(11, 14),
)
