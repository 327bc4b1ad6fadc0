"""Points a year with whiskers: a share measured by a survey, on a scale of its own."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.insight.briefing.drawings import svg


@dataclass(frozen=True)
class YearlyPoint:
    """A value with the ends of its interval, and the year below it."""

    label: str
    value: float
    low: float
    high: float


def yearly_points(points: list[YearlyPoint], width: float = 190, height: float = 44) -> str:
    """The points in order; the last is the strong one."""
    low, high = min(point.low for point in points), max(point.high for point in points)
    span = (high - low) or 1.0
    parts = []
    for number, point in enumerate(points):
        x = width * (number + 0.5) / len(points)
        y, top, bottom = (4 + (high - value) / span * (height - 24) for value in (point.value, point.high, point.low))
        colour = svg.ACCENT if number == len(points) - 1 else svg.UNCERTAIN
        parts.append(svg.line(x, top, x, bottom, colour, 1.4))
        parts.append(svg.path(f"M{x:.1f} {y - 4:.1f}l4 4-4 4-4-4Z", fill=colour))
        parts.append(svg.text(x, height - 2, point.label, 11, "middle"))
    return svg.picture(width, height, parts, name="yearly-points")
