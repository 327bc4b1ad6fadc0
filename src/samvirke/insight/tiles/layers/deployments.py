"""Deployments of the newest month that the reader may see: planned or done, at a point, a stretch or an area."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import QuerySet

from samvirke.desks.deployments.models import Deployment
from samvirke.desks.deployments.models.deployment import DONE
from samvirke.desks.deployments.queries.deployments import between
from samvirke.foundation.clock import today
from samvirke.foundation.words import _
from samvirke.insight.tiles.layer import NUMBER, TEXT, Bounds, Feature, Layer
from samvirke.insight.tiles.scene import Scene
from samvirke.registers.places.geometry import in_metres
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

_DAYS = timedelta(days=28)


def shown_on_the_map(actor: Actor, district: District) -> QuerySet[Deployment]:
    """Those of the four weeks before today and after."""
    return between(actor, district, today() - _DAYS, today() + _DAYS)


def _features(scene: Scene, _zoom: int, _bounds: Bounds) -> Iterator[Feature]:
    district = scene.facts.district
    for one in shown_on_the_map(scene.facts.actor, district):
        if one.geometry:
            firm = int(one.state == DONE)
            yield Feature(in_metres(district, one.geometry), (str(one.pk), one.kind, one.name, firm))


LAYER = Layer(
    name="deployments",
    title=_("Deployments"),
    note=_("Of four weeks before today and after. Filled: done. Dashed: planned."),
    columns={"deployment": TEXT, "kind": TEXT, "name": TEXT, "firm": NUMBER},
    features=_features,
    same_for_all=False,
)
