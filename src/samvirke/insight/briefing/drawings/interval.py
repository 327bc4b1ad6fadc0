"""A change with its interval: a dot and whiskers on a log scale from −50 to +100 per cent, the same down a column."""

from __future__ import annotations

from math import log

from samvirke.insight.briefing.drawings import svg

_LOW, _HIGH = 0.36, 2.9
_TICKS = (0.5, 0.75, 1.0, 1.5, 2.0)
_NAMED = ((0.5, "−50"), (1.0, "0"), (2.0, "+100"))


def interval(ratio: float | None, low: float | None, high: float | None, width: float = 190, height: float = 34) -> str:
    """The drawing for a rate ratio and its ends; an empty track where nothing can be said.

    Filled where the interval excludes no change, hollow where it holds it; an end beyond the scale is an arrow.
    """
    middle = height / 2
    parts = [
        svg.line(_at(tick, width), 0, _at(tick, width), height, svg.INK if tick == 1 else svg.HAIRLINE)
        for tick in _TICKS
    ]
    if ratio is not None and low is not None and high is not None:
        certain = low > 1 or high < 1
        colour = svg.ACCENT if certain else svg.UNCERTAIN
        parts.append(svg.line(_at(low, width), middle, _at(high, width), middle, colour, 3 if certain else 1.8))
        parts += [_end(value, width, middle, colour) for value in (low, high)]
        parts.append(svg.circle(_at(ratio, width), middle, 5, colour if certain else "#fff", colour, 1.8))
    return svg.picture(width, height, parts, name="interval")


def axis(width: float = 190, height: float = 18, size: float = 12) -> str:
    """The names of the scale, for the head of the column."""
    parts = [svg.text(_at(tick, width), height - 4, name, size, "middle") for tick, name in _NAMED]
    return svg.picture(width, height, parts, name="interval-axis")


def _at(ratio: float, width: float) -> float:
    inside = min(max(ratio, _LOW), _HIGH)
    return 4 + (log(inside) - log(_LOW)) / (log(_HIGH) - log(_LOW)) * (width - 8)


def _end(value: float, width: float, middle: float, colour: str) -> str:
    x = _at(value, width)
    if value < _LOW or value > _HIGH:
        step = 5 if value < _LOW else -5
        return svg.path(
            f"M{x + step:.1f} {middle - 5:.1f}L{x:.1f} {middle:.1f}L{x + step:.1f} {middle + 5:.1f}", stroke=colour
        )
    return svg.line(x, middle - 5, x, middle + 5, colour, 2)
