"""Bars by week with what was to be expected as a line: when a cluster began, and whether it goes on."""

from __future__ import annotations

from collections.abc import Sequence

from samvirke.insight.briefing.drawings import svg

_LEFT, _FOOT, _TOP = 28.0, 22.0, 8.0


def weekly_bars(
    counts: Sequence[int], usual: Sequence[float], strong_from: int, ends: tuple[str, str], alt: str, width: float = 560
) -> str:
    """One bar a week, from `strong_from` on in the strong colour; `ends` stand under the first and the last."""
    height = 180.0
    most = max([*counts, *usual, 1])
    across, scale = (width - _LEFT) / max(len(counts), 1), (height - _FOOT - _TOP) / most
    floor = height - _FOOT
    parts = [svg.line(_LEFT, floor, width, floor, svg.RULE)]
    for number, count in enumerate(counts):
        fill = svg.ACCENT if number >= strong_from else svg.CLASSES[1]
        left = _LEFT + number * across
        parts.append(svg.rect(left + across * 0.15, floor - count * scale, across * 0.7, count * scale, fill))
    points = [(_LEFT + (number + 0.5) * across, floor - each * scale) for number, each in enumerate(usual)]
    parts.append(svg.polyline(points, svg.OVERDUE, 1.6, "4 3"))
    parts += [
        svg.text(_LEFT - 6, _TOP + 8, str(round(most)), 12, "end"),
        svg.text(_LEFT - 6, floor, "0", 12, "end"),
        svg.text(_LEFT, height - 4, ends[0]),
        svg.text(width, height - 4, ends[1], 12, "end"),
    ]
    return svg.picture(width, height, parts, alt, "weekly-bars")
