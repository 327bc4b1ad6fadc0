"""The map as a drawing: municipalities in outline, squares with their numbers, hidden ones dotted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from samvirke.insight.briefing.drawings import svg
from samvirke.insight.briefing.drawings.areas import Frame, main_parts

_LETTER, _LEAST_FOR_A_NUMBER = 6.0, 14.0


@dataclass(frozen=True)
class Drawn:
    """A square's land in metres, its number and class; no number is hidden."""

    shape: BaseGeometry
    count: int | None
    level: int = 0


def squares_map(
    outlines: Mapping[str, BaseGeometry], squares: Sequence[Drawn], alt: str, name: str, width: float = 560
) -> str:
    """Squares over the municipalities' outlines; the numbers are on the squares, the names beside them.

    `name` tells the drawings of one page apart.
    """
    shapes = {name: main_parts(shape) for name, shape in outlines.items()}
    around = list(shapes.values()) or [one.shape for one in squares]
    west, south, east, north = shapely.total_bounds(around)
    scale = (width - 2) / (east - west)
    height = (north - south) * scale + 2
    frame = Frame(west, north, scale)
    parts = [_dots(name), *(svg.path(frame.path(shape), "#fafafa") for shape in shapes.values())]
    numbers: list[str] = []
    for one in squares:
        fill = f"url(#hidden-{name})" if one.count is None else svg.CLASSES[one.level]
        parts.append(svg.path(frame.path(one.shape), fill, "#ffffff", 0.6))
        numbers += _number(one, frame, scale) if one.count is not None else []
    parts += [svg.path(frame.path(shape), "none", svg.RULE, 1) for shape in shapes.values()]
    return svg.picture(width, height, [*parts, *_names(shapes, squares, frame), *numbers], alt, "map")


def _dots(name: str) -> str:
    """The pattern of a hidden square."""
    return (
        f'<defs><pattern id="hidden-{name}" width="7" height="7" patternUnits="userSpaceOnUse">'
        '<rect width="7" height="7" fill="#fff"/><circle cx="2" cy="2" r="0.9" fill="#8e8e8e"/></pattern></defs>'
    )


def _number(one: Drawn, frame: Frame, scale: float) -> list[str]:
    west, _south, east, _north = one.shape.bounds
    if (east - west) * scale < max(_LEAST_FOR_A_NUMBER, _LETTER * len(str(one.count))):
        return []
    point = one.shape.representative_point()
    x, y = frame.point(point.x, point.y)
    return [svg.text(x, y + 4, str(one.count), 11, "middle", "#ffffff" if one.level == 3 else svg.INK)]


def _names(shapes: Mapping[str, BaseGeometry], squares: Sequence[Drawn], frame: Frame) -> list[str]:
    """Each municipality's name, moved down off the numbers."""
    shown = [one.shape.representative_point() for one in squares if one.count is not None]
    taken = [frame.point(point.x, point.y) for point in shown]
    found = []
    for name, shape in shapes.items():
        point = shape.representative_point()
        x, y = frame.point(point.x, point.y)
        while any(abs(a - x) < _LETTER * len(name) / 2 + 8 and abs(b - y) < 14 for a, b in taken):
            y += 5
        taken.append((x, y))
        found.append(svg.text(x, y + 4, name, 12, "middle", svg.INK, 600, halo=True))
    return found
