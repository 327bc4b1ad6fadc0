"""A quiet map of places: the municipalities in outline, and a numbered mark for each place, as in its list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from samvirke.insight.briefing.drawings import svg
from samvirke.insight.briefing.drawings.areas import Frame, main_parts

_RADIUS, _APART = 9.0, 19.0
_FIRM, _HOLLOW = svg.ACCENT, "#ffffff"
_STEPS = sorted(product(range(-20, 21), repeat=2), key=lambda step: (step[0] ** 2 + step[1] ** 2, step))


@dataclass(frozen=True)
class Site:
    """A place on the map: its shape in metres, the number of its line, and whether it is in force."""

    number: str
    shape: BaseGeometry
    firm: bool


def site_map(outlines: Mapping[str, BaseGeometry], sites: Sequence[Site], alt: str, width: float = 420) -> str:
    """Municipalities by name, and the places on them; marks that would cover one another stand side by side."""
    shapes = {name: main_parts(shape) for name, shape in outlines.items()}
    boxes = [shape.bounds for shape in shapes.values()]
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    scale = (width - 2) / (east - west)
    height = (north - south) * scale + 2
    frame = Frame(west, north, scale)
    parts = [svg.path(frame.path(shape), "#f5f5f5", svg.RULE, 1) for shape in shapes.values()]
    parts += [
        svg.path(frame.path(site.shape), svg.ACCENT_LIGHT, svg.ACCENT, 1) for site in sites if _is_wide(site, scale)
    ]
    taken: list[tuple[float, float]] = []
    marks: list[str] = []
    for site in sites:
        marks += _mark(site, _free(frame, site, taken, width, height), taken)
    names = [_name(name, shape, frame, taken) for name, shape in shapes.items()]
    return svg.picture(width, height, [*parts, *names, *marks], alt, "map")


def _is_wide(site: Site, scale: float) -> bool:
    """Whether an area is large enough to be seen beside its own mark."""
    return site.shape.geom_type == "Polygon" and site.shape.area**0.5 * scale > 2 * _RADIUS


def _free(
    frame: Frame, site: Site, taken: Sequence[tuple[float, float]], width: float, height: float
) -> tuple[float, float]:
    """Where the mark stands: on its place, or at the nearest spot in rings around it that no other mark covers."""
    point = site.shape.representative_point()
    x, y = frame.point(point.x, point.y)
    for across, down in _STEPS:
        here = (x + across * _APART, y + down * _APART)
        inside = _RADIUS < here[0] < width - _RADIUS and _RADIUS < here[1] < height - _RADIUS
        if inside and all((here[0] - a) ** 2 + (here[1] - b) ** 2 >= _APART**2 for a, b in taken):
            return here
    return x, y


def _mark(site: Site, here: tuple[float, float], taken: list[tuple[float, float]]) -> list[str]:
    taken.append(here)
    x, y = here
    ink = "#ffffff" if site.firm else svg.ACCENT
    return [
        svg.circle(x, y, _RADIUS, _FIRM if site.firm else _HOLLOW, svg.ACCENT, 1.6, "" if site.firm else "3 2"),
        svg.text(x, y + 4, site.number, 11, "middle", ink, 600),
    ]


def _name(name: str, shape: BaseGeometry, frame: Frame, taken: Sequence[tuple[float, float]]) -> str:
    """The municipality's name within it, moved down where a mark stands on it."""
    widest = max(shape.geoms, key=lambda part: part.area) if isinstance(shape, MultiPolygon) else shape
    point = widest.representative_point()
    x, y = frame.point(point.x, point.y)
    while any(abs(a - x) < 40 and abs(b - y) < 16 for a, b in taken):
        y += 6
    return svg.text(x, y + 4, name, 12, "middle", svg.MUTED, halo=True)
