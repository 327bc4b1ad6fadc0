"""Places that are named for something, of those that the reader may see."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.desks.designations.models.designation import IN_FORCE
from samvirke.desks.designations.queries.places import places
from samvirke.foundation.words import _
from samvirke.insight.tiles.layer import NUMBER, TEXT, Bounds, Feature, Layer
from samvirke.insight.tiles.scene import Scene
from samvirke.registers.places.geometry import in_metres


def _features(scene: Scene, _zoom: int, _bounds: Bounds) -> Iterator[Feature]:
    district = scene.facts.district
    for one in places(scene.facts.actor, district):
        if one.is_live and one.geometry:
            firm = int(one.state == IN_FORCE)
            yield Feature(in_metres(district, one.geometry), (str(one.pk), one.kind, one.name, firm))


LAYER = Layer(
    name="places",
    title=_("Places named for something"),
    note=_("Filled: in force. Dashed: proposed."),
    columns={"place": TEXT, "kind": TEXT, "name": TEXT, "firm": NUMBER},
    features=_features,
    same_for_all=False,
    on=True,
)
