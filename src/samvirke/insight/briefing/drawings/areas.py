"""Maps of level: municipalities in at most four classes, or square cells within one; what may not be shown is hatched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor, log10

from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from samvirke.insight.briefing.drawings import svg

_NICE = (1, 1.5, 2, 2.5, 5, 10)
_SIMPLIFY_METRES = 150
_ROOM_FOR_A_NAME = 54


@dataclass(frozen=True)
class Area:
    """A municipality on the map: its shape, name, and the value to colour it by and print; `None` is hatched."""

    name: str
    shape: BaseGeometry
    value: float | None
    printed: str
    chosen: bool = False


def limits(values: Sequence[float], classes: int = 4) -> list[float]:
    """Round lower limits of the classes above the lowest: at most three, in equal steps."""
    known = sorted(values)
    if len(known) < 2 or known[0] == known[-1]:
        return []
    wanted = (known[-1] - known[0]) / classes
    unit = 10 ** floor(log10(wanted))
    step = next(nice * unit for nice in _NICE if nice * unit >= wanted)
    first = (floor(known[0] / step) + 1) * step
    found = [round(first + step * number, 10) for number in range(classes - 1)]
    return [limit for limit in found if limit <= known[-1]]


def class_of(value: float, bounds: Sequence[float]) -> int:
    """The class of a value, the lowest being 0."""
    return sum(value >= bound for bound in bounds)


def municipality_map(areas: Sequence[Area], bounds: Sequence[float], alt: str, width: float = 348) -> str:
    """The district's municipalities, coloured by level, with name and value on each."""
    west, south, east, north = _extent([area.shape for area in areas])
    scale = (width - 2) / (east - west)
    height = (north - south) * scale + 2
    frame = _Frame(west, north, scale)
    parts = [_HATCH]
    for area in areas:
        fill = "url(#few)" if area.value is None else svg.CLASSES[class_of(area.value, bounds)]
        stroke = svg.INK if area.chosen else "#ffffff" if area.value is not None else svg.RULE
        parts.append(svg.path(frame.path(area.shape), fill, stroke, 2.4 if area.chosen else 1.2))
    parts += [text for area in areas for text in _label(area, bounds, frame, width)]
    return svg.picture(width, height, parts, alt, "map")


def cell_map(
    outline: BaseGeometry | None,
    cells: Mapping[tuple[int, int], int],
    metres: int,
    bounds: Sequence[float],
    places: Sequence[tuple[str, float, float]],
    alt: str,
    width: float = 420,
) -> str:
    """Square cells within one municipality (or, without an outline, around themselves), and towns by name."""
    boxes = [(x, y, x + metres, y + metres) for x, y in cells]
    west, south, east, north = outline.bounds if outline is not None else _around(boxes, metres)
    margin = 0.02 * (east - west)
    west, south, east, north = west - margin, south - margin, east + margin, north + margin
    scale = width / (east - west)
    frame = _Frame(west, north, scale)
    parts = [svg.path(frame.path(outline), "#fafafa", svg.RULE, 1)] if outline is not None else []
    for (x, y), count in cells.items():
        left, top = frame.point(x, y + metres)
        parts.append(svg.rect(left, top, metres * scale - 0.8, metres * scale - 0.8, svg.CLASSES[class_of(count, bounds)]))
    for name, x, y in places:
        left, top = frame.point(x, y)
        parts.append(svg.text(left, top - 5, name, 12, "middle", svg.INK))
    return svg.picture(width, (north - south) * scale, [*parts, *_scale_bar(scale)], alt, "map")


@dataclass(frozen=True)
class _Frame:
    """From metres to places in the drawing."""

    west: float
    north: float
    scale: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return (x - self.west) * self.scale + 1, (self.north - y) * self.scale + 1

    def path(self, shape: BaseGeometry) -> str:
        parts = list(shape.geoms) if isinstance(shape, MultiPolygon) else [shape]
        kept = [part.simplify(_SIMPLIFY_METRES) for part in parts]
        rings = [ring.coords for part in kept if not part.is_empty for ring in (part.exterior, *part.interiors)]
        return "".join("M" + "L".join("{:.1f} {:.1f}".format(*self.point(x, y)) for x, y, *_z in ring) + "Z" for ring in rings)


def _label(area: Area, bounds: Sequence[float], frame: _Frame, width: float) -> list[str]:
    west, _south, east, _north = area.shape.bounds
    inside = (east - west) * frame.scale >= _ROOM_FOR_A_NAME
    point = area.shape.representative_point()
    x, y = frame.point(point.x, point.y)
    ink = "#ffffff" if area.value is not None and class_of(area.value, bounds) == len(svg.CLASSES) - 1 else svg.INK
    if inside:
        return [svg.text(x, y - 1, area.name, 12, "middle", ink, 600), svg.text(x, y + 14, area.printed, 12, "middle", ink)]
    right = frame.point(east, 0)[0] + 5
    beside, anchor = (right, "start") if right + 60 < width else (frame.point(west, 0)[0] - 5, "end")
    return [svg.text(beside, y - 1, area.name, 12, anchor, svg.INK, 600), svg.text(beside, y + 14, area.printed, 12, anchor, svg.INK)]


def _extent(shapes: Sequence[BaseGeometry]) -> tuple[float, float, float, float]:
    return _around([shape.bounds for shape in shapes], 0)


def _around(boxes: Sequence[tuple[float, float, float, float]], margin: float) -> tuple[float, float, float, float]:
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests) - margin, min(souths) - margin, max(easts) + margin, max(norths) + margin


def _scale_bar(scale: float, metres: int = 5000) -> list[str]:
    return [svg.text(4, 14, f"{metres // 1000} km", 11, fill=svg.INK), svg.line(4, 20, 4 + metres * scale, 20, svg.INK, 1.5)]


_HATCH = (
    '<defs><pattern id="few" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><rect width="1.6" height="6" fill="#9a9a9a"/></pattern></defs>'
)
