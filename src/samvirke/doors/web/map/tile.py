"""One tile of a layer of the map, as the browser asks for it."""

from __future__ import annotations

from contextlib import nullcontext

from django.http import Http404, HttpResponse

from samvirke.doors.web.map.asked import groups_here
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.fault import Refused
from samvirke.foundation.period import read_period
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.tiles.encode import tile
from samvirke.insight.tiles.layer import all_layers
from samvirke.insight.tiles.scene import Scene
from samvirke.registers.places.models import District
from samvirke.trust.access.guard import note, reading

_MEDIA_TYPE = "application/vnd.mapbox-vector-tile"
# The address of a tile names the edition that it belongs to, so that it never changes.
_FOR_GOOD, _FOR_A_MOMENT = "private, max-age=604800, immutable", "private, no-store"


@page("incidents.count")
def piece(
    request: Asked, district: District, layer: str, group: str, period: str, zoom: int, x: int, y: int
) -> HttpResponse:
    """A tile; empty where there is nothing. Each look at single incidents leaves a line in the trail."""
    facts, found = Facts(request.actor, district), all_layers().get(layer)
    of = next((one for one in groups_here(facts) if one.name == group), None)
    if found is None or of is None or request.method not in ("GET", "HEAD"):
        raise Http404
    try:
        scene = Scene(facts, of, read_period(period))
    except Refused as refusal:
        raise Http404 from refusal
    with reading(request.actor, "tiles.see-points", district) if found.single else nullcontext():
        if found.single:
            note(group=group, period=period, tile=f"{zoom}/{x}/{y}")
        content = tile(scene, found, zoom, x, y)
    answer = HttpResponse(content, content_type=_MEDIA_TYPE, status=200 if content else 204)
    kept = found.same_for_all and request.GET.get("v") == scene.tables.edition
    answer["Cache-Control"] = _FOR_GOOD if kept else _FOR_A_MOMENT
    return answer
