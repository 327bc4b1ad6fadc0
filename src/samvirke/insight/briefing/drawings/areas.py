"""Maps of level: municipalities in at most four classes, or squares within one; what may not be shown is hatched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor, log10

from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from samvirke.insight.briefing.drawings import svg

_NICE = (1, 1.5, 2, 2.5, 5, 10)
_SIMPLIFY_METRES = 150
_ROOM_FOR_A_NAME = 54
_LEAST_PART = 0.04
_LETTER = 6.6
_SAME = 1e-6


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
    # Numbers that differ in the last digit that a computer keeps are the same number.
    if len(known) < 2 or known[-1] - known[0] < _SAME:
        return []
    wanted = (known[-1] - known[0]) / classes
    unit = 10.0 ** floor(log10(wanted))
    step: float = next(nice * unit for nice in _NICE if nice * unit >= wanted)
    first = (floor(known[0] / step) + 1) * step
    found = [round(first + step * number, 10) for number in range(classes - 1)]
    return [limit for limit in found if limit <= known[-1]]


def class_of(value: float, bounds: Sequence[float]) -> int:
    """The class of a value, the lowest being 0."""
    return sum(value >= bound for bound in bounds)


def municipality_map(areas: Sequence[Area], bounds: Sequence[float], alt: str, width: float = 348) -> str:
    """The district's municipalities, coloured by level, with name and value on each."""
    areas = [replace(area, shape=main_parts(area.shape)) for area in areas]
    west, south, east, north = _extent([area.shape for area in areas])
    scale = (width - 2) / (east - west)
    height = (north - south) * scale + 2
    frame = Frame(west, north, scale)
    parts = [_HATCH]
    for area in areas:
        fill = "url(#few)" if area.value is None else svg.CLASSES[class_of(area.value, bounds)]
        stroke = svg.INK if area.chosen else "#ffffff" if area.value is not None else svg.RULE
        parts.append(svg.path(frame.path(area.shape), fill, stroke, 2.4 if area.chosen else 1.2))
    parts += _labels(areas, bounds, frame, width, height)
    return svg.picture(width, height, parts, alt, "map")


def cell_map(
    outline: BaseGeometry | None,
    cells: Mapping[tuple[int, int], int],
    metres: int,
    bounds: Sequence[float],
    places: Sequence[tuple[str, float, float]],
    alt: str,
    width: float = 300,
) -> str:
    """Square cells within one municipality (or, without an outline, around themselves), and towns by name."""
    boxes = [(x, y, x + metres, y + metres) for x, y in cells]
    west, south, east, north = outline.bounds if outline is not None else _around(boxes, metres)
    margin = 0.02 * (east - west)
    west, south, east, north = west - margin, south - margin, east + margin, north + margin
    scale = width / (east - west)
    frame = Frame(west, north, scale)
    parts = [svg.path(frame.path(outline), "#fafafa", svg.RULE, 1)] if outline is not None else []
    for (x, y), count in cells.items():
        left, top = frame.point(x, y + metres)
        parts.append(
            svg.rect(left, top, metres * scale - 0.8, metres * scale - 0.8, svg.CLASSES[class_of(count, bounds)])
        )
    for name, east_of, north_of in places:
        left, top = frame.point(east_of, north_of)
        parts.append(svg.text(left, top - 5, name, 13, "middle", svg.INK, halo=True))
    return svg.picture(width, (north - south) * scale, [*parts, *_scale_bar(scale)], alt, "map")


@dataclass(frozen=True)
class Frame:
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
        return "".join(
            "M" + "L".join("{:.1f} {:.1f}".format(*self.point(x, y)) for x, y, *_z in ring) + "Z" for ring in rings
        )


def _labels(areas: Sequence[Area], bounds: Sequence[float], frame: Frame, width: float, height: float) -> list[str]:
    """Name and value of each area: on it where there is room, else beside it where no other label is."""
    texts: list[str] = []
    taken: list[tuple[float, float, float, float]] = []
    for area in sorted(areas, key=lambda one: -one.shape.area):
        x, y, ink = _place(area, bounds, frame, taken, width, height)
        taken.append(_box(area, x, y))
        texts += [
            svg.text(x, y - 1, area.name, 12, "middle", ink, 600),
            svg.text(x, y + 14, area.printed, 12, "middle", ink),
        ]
    return texts


def _place(
    area: Area,
    bounds: Sequence[float],
    frame: Frame,
    taken: list[tuple[float, float, float, float]],
    width: float,
    height: float,
) -> tuple[float, float, str]:
    west, south, east, north = area.shape.bounds
    point = area.shape.representative_point()
    x, y = frame.point(point.x, point.y)
    if (east - west) * frame.scale >= _ROOM_FOR_A_NAME:
        darkest = area.value is not None and class_of(area.value, bounds) == len(svg.CLASSES) - 1
        return x, y, "#ffffff" if darkest else svg.INK
    half = _LETTER * len(area.name) / 2 + 6
    left, top = frame.point(west, north)
    right, bottom = frame.point(east, south)
    beside = [(right + half, y), (left - half, y), ((left + right) / 2, bottom + 14), ((left + right) / 2, top - 20)]
    free = [place for place in beside if _is_free(_box(area, *place), taken, width, height)]
    return (*(free or beside)[0], svg.INK)


def _box(area: Area, x: float, y: float) -> tuple[float, float, float, float]:
    half = _LETTER * max(len(area.name), len(area.printed)) / 2
    return x - half, y - 12, x + half, y + 16


def _is_free(
    box: tuple[float, float, float, float], taken: list[tuple[float, float, float, float]], width: float, height: float
) -> bool:
    inside = box[0] >= 0 and box[2] <= width and box[1] >= 0 and box[3] <= height
    return inside and not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


def main_parts(shape: BaseGeometry) -> BaseGeometry:
    """Without islets far out, which would make everything else too small to read."""
    if not isinstance(shape, MultiPolygon):
        return shape
    kept = [part for part in shape.geoms if part.area >= _LEAST_PART * shape.area]
    return MultiPolygon(kept) if kept else shape


def _extent(shapes: Sequence[BaseGeometry]) -> tuple[float, float, float, float]:
    return _around([shape.bounds for shape in shapes], 0)


def _around(boxes: Sequence[tuple[float, float, float, float]], margin: float) -> tuple[float, float, float, float]:
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests) - margin, min(souths) - margin, max(easts) + margin, max(norths) + margin


def _scale_bar(scale: float, metres: int = 5000) -> list[str]:
    return [
        svg.text(4, 14, f"{metres // 1000} km", 11, fill=svg.INK),
        svg.line(4, 20, 4 + metres * scale, 20, svg.INK, 1.5),
    ]


_HATCH = (
    '<defs><pattern id="few" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><rect width="1.6" height="6" fill="#9a9a9a"/></pattern></defs>'
)
