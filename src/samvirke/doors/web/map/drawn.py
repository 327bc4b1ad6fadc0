"""The drawing of a period that stands where no script runs, its legend, and what the script needs to do better."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

import shapely
from django.urls import reverse
from pyproj import Transformer

from samvirke.doors.web.map.asked import View
from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings import svg
from samvirke.insight.briefing.drawings.areas import main_parts
from samvirke.insight.briefing.drawings.squares import Drawn, squares_map
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.tiles.classes import class_of
from samvirke.insight.tiles.ground import NOWHERE, SIZES
from samvirke.insight.tiles.layers.squares import box_of, land_of
from samvirke.insight.tiles.scene import Scene

_ROOM = 0.02
# A name needs a square of which so much is land.
_WIDE = 0.6


def frame_of(facts: Facts, view: View, period: Period, speech: Speech) -> dict[str, Any]:
    """One map: its heading, its drawing with words for it, and the addresses of its tiles."""
    scene = Scene(facts, view.group, period)
    cell = view.tables.municipalities[period].get(DISTRICT)
    n = speech.number(cell.value) if cell and cell.value is not None else speech.say(_("hidden"))
    shown = view.tables.tables[period].of_size(SIZES[0])
    numbers = {"group": said_title(view, speech), "period": speech.period(period), "n": n}
    alt = speech.say(
        _("Map. {group}, {period}: {n} in the district. {count} squares of 8 km are shown; the most in one is {most}."),
        count=len(shown),
        most=max(shown.values(), default=0),
        **numbers,
    )
    return {
        "period": str(period),
        "title": speech.period(period),
        "n": n,
        "drawing": _drawing(scene, alt),
        "alt": alt,
        "tiles": json.dumps(_tiles(facts, view, period)),
    }


def said_title(view: View, speech: Speech) -> str:
    """The group's title."""
    title = view.group.title
    return speech.say(title) if isinstance(title, str) else title.text(speech.language)


def _drawing(scene: Scene, alt: str) -> str:
    table, bounds = scene.table, scene.limits_of(SIZES[0])
    squares: list[Drawn] = []
    for square in table.hidden if table else ():
        land = land_of(square, scene) if square.metres == SIZES[0] else None
        if land is not None:
            squares.append(Drawn(land, None))
    for square, count in table.of_size(SIZES[0]).items() if table else ():
        squares.append(Drawn(land_of(square, scene) or box_of(square), count, class_of(count, bounds)))
    outlines = {scene.facts.municipalities[code].name: shape for code, shape in scene.borders.items()}
    return squares_map(outlines, squares, alt, str(scene.period)) if outlines or squares else ""


def _tiles(facts: Facts, view: View, period: Period) -> dict[str, str]:
    """By layer, the address of its tiles; the script fills in where."""
    given = {"district_id": facts.district.pk, "group": view.group.name, "period": str(period).lower()}
    found = {}
    for layer in view.offered:
        address = reverse("map-tile", kwargs={**given, "layer": layer.name, "zoom": 1, "x": 2, "y": 3})
        found[layer.name] = f"{address.removesuffix('1/2/3/')}{{z}}/{{x}}/{{y}}/?v={view.tables.edition}"
    return found


def legend(facts: Facts, view: View, speech: Speech) -> list[dict[str, Any]]:
    """The classes of each size of squares, and the mark of a hidden one."""
    scene = Scene(facts, view.group, view.period)
    return [
        {
            "metres": size,
            "title": speech.say(_("Squares of {size} × {size} km"), size=size // 1000),
            "rows": [*_classes(scene.limits_of(size), view.group.few, speech), (_dotted(), speech.say(_("hidden")))],
        }
        for size in SIZES
    ]


def _classes(bounds: Sequence[int], few: int, speech: Speech) -> list[tuple[str, str]]:
    edges = [few, *bounds]
    names = [f"{low:g}–{high - 1:g}" for low, high in zip(edges, edges[1:], strict=False)]
    names.append(speech.say(_("{limit} and over"), limit=f"{edges[-1]:g}"))
    return [(_swatch(svg.CLASSES[number]), name) for number, name in enumerate(names)]


def _swatch(fill: str) -> str:
    return svg.picture(22, 16, [svg.rect(0.5, 0.5, 21, 15, fill, "#8e8e8e")])


def _dotted() -> str:
    dots = [svg.circle(x, y, 0.9, svg.RULE) for x in (4, 11, 18) for y in (4.5, 11.5)]
    return svg.picture(22, 16, [svg.rect(0.5, 0.5, 21, 15, "#ffffff", "#8e8e8e"), *dots])


def script_facts(facts: Facts, view: View, speech: Speech) -> str:
    """What the script is told, as JSON: where the district lies, colours, names and the words that it says."""
    scene = Scene(facts, view.group, view.period)
    words = {
        "map": speech.say(_("Map. Move with the arrow keys, zoom with plus and minus.")),
        "square": speech.say(_("{municipality}, square of {size} km: {n}")),
        "place": speech.say(_("{name} (place named for something)")),
        "nothing": speech.say(_("Nothing that may be shown lies in this part of the map.")),
        "in_view": speech.say(_("{count} things in view; the first of them by number, all of them in the tables")),
    }
    towns = [[town.name, *_lonlat(facts, town.x, town.y)] for town in facts.district.towns.all()]
    return json.dumps(
        {
            "bounds": _bounds(facts, scene),
            "colours": svg.CLASSES,
            "layers": {one.name: {"zooms": one.zooms, "on": one in view.layers} for one in view.offered},
            "names": _names(facts, scene),
            "municipalities": {code: one.name for code, one in facts.municipalities.items()},
            "periods": [[str(one).lower(), speech.period(one)] for one in view.periods],
            "sizes": SIZES,
            "towns": towns,
            "words": words,
        }
    )


def _names(facts: Facts, scene: Scene) -> list[list[Any]]:
    """Each municipality's name, and where it is written: in its middle, or near by on a square without a number."""
    found = []
    for code, shape in scene.borders.items():
        middle = shape.representative_point()
        bare = [one for one in (scene.table.hidden if scene.table else ()) if one.municipality == code]
        lands = [land for one in bare if one.metres == SIZES[0] and (land := land_of(one, scene)) is not None]
        wide = [land.centroid for land in lands if land.area > _WIDE * SIZES[0] ** 2]
        at = min(wide, key=middle.distance, default=middle)
        found.append([facts.municipalities[code].name, *_lonlat(facts, at.x, at.y)])
    return found


def _lonlat(facts: Facts, x: float, y: float) -> tuple[float, float]:
    longitude, latitude = _to_degrees(facts.district.crs).transform(x, y)
    return round(longitude, 5), round(latitude, 5)


@cache
def _to_degrees(crs: str) -> Transformer:
    return Transformer.from_crs(crs, "EPSG:4326", always_xy=True)


def _bounds(facts: Facts, scene: Scene) -> list[float]:
    """West, south, east and north of the district in degrees."""
    squares = [one for one in (scene.table.shown if scene.table else ()) if one.metres != NOWHERE]
    shapes = [main_parts(shape) for shape in scene.borders.values()] or [box_of(one) for one in squares]
    if not shapes:
        return list(facts.district.extent)
    west, south, east, north = shapely.total_bounds(shapes)
    room = _ROOM * (east - west)
    corners = [_lonlat(facts, west - room, south - room), _lonlat(facts, east + room, north + room)]
    return [corners[0][0], corners[0][1], corners[1][0], corners[1][1]]
