"""A line over 24 months, or by quarter: as a sparkline in a row, or with axes as one of several small charts."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from samvirke.insight.briefing.drawings import svg


@dataclass(frozen=True)
class Drawn:
    """What to draw: values in order of time (`None` where there is no data), and which stretches to mark.

    `latest` and `compared` are slices of positions; `broken_at` is the position of the first value after a break.
    `shares` starts the axis elsewhere than at zero.
    """

    values: tuple[float | None, ...]
    latest: tuple[int, int]
    compared: tuple[int, int] | None
    broken_at: int | None = None
    dots: bool = False
    labels: tuple[tuple[int, str], ...] = ()


def sparkline(drawn: Drawn, width: float = 190, height: float = 44) -> str:
    """The line in a table row; its numbers stand in the table and in the data behind it."""
    return svg.picture(width, height, _chart(drawn, 4, width - 4, 5, height - 3), name="sparkline")


def small_chart(drawn: Drawn, alt: str, break_word: str, width: float = 200, height: float = 96) -> str:
    """The line with a rounded axis of its own, from zero, and two labels below."""
    left, right, top, bottom = 30.0, width - 5, 8.0, height - 20
    peak = _rounded_up(max((value for value in drawn.values if value is not None), default=1))
    parts = [
        svg.line(left, _y(peak * share, peak, top, bottom), right, _y(peak * share, peak, top, bottom), svg.HAIRLINE)
        for share in (1, 0.5)
    ]
    parts += [svg.text(left - 6, _y(value, peak, top, bottom) + 4, f"{value:g}", 11, "end") for value in (peak, 0)]
    parts += _chart(drawn, left + 4, right - 4, top, bottom, peak)
    parts.append(svg.line(left, bottom, right, bottom, svg.RULE))
    step = _step(drawn, left + 4, right - 4)
    parts += [svg.text(left + 4 + step * position, height - 8, name, 11, "start") for position, name in drawn.labels]
    if drawn.broken_at is not None:
        parts.append(svg.text(left + 4 + step * (drawn.broken_at - 0.5) + 4, top + 10, break_word, 11, fill=svg.INK))
    return svg.picture(width, height, parts, alt, "small-chart")


def _chart(drawn: Drawn, left: float, right: float, top: float, bottom: float, peak: float | None = None) -> list[str]:
    known = [value for value in drawn.values if value is not None]
    if not known:
        return []
    peak = peak or max(*known, 1)
    step = _step(drawn, left, right)
    places = [
        None if value is None else (left + step * position, _y(value, peak, top, bottom))
        for position, value in enumerate(drawn.values)
    ]
    parts = [_band(stretch, colour, left, step, top, bottom) for stretch, colour in _bands(drawn)]
    split = drawn.broken_at or 0
    parts += [svg.polyline(run, svg.RULE, 1.6, "4 3") for run in _runs(places[:split])]
    parts += [svg.polyline(run, svg.ACCENT, 1.6) for run in _runs(places[split:])]
    first, last = drawn.latest
    parts += [svg.polyline(run, svg.ACCENT, 3) for run in _runs(places[first:last])]
    if drawn.broken_at is not None:
        x = left + step * (drawn.broken_at - 0.5)
        parts.append(svg.line(x, top - 3, x, bottom, svg.INK, 1.6))
    if drawn.dots:
        parts += [svg.circle(*place, 2.4, svg.ACCENT) for place in places[split:] if place]
    if places[-1]:
        parts.append(svg.circle(*places[-1], 4, svg.ACCENT))
    return parts


def _bands(drawn: Drawn) -> list[tuple[tuple[int, int], str]]:
    marked = [(drawn.latest, svg.ACCENT_LIGHT)]
    return [(drawn.compared, svg.GREY), *marked] if drawn.compared else marked


def _band(stretch: tuple[int, int], colour: str, left: float, step: float, top: float, bottom: float) -> str:
    first, last = stretch
    return svg.rect(left + step * (first - 0.5), top - 4, step * (last - first), bottom - top + 4, colour)


def _runs(places: list[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """Stretches without gaps; a gap in the data is a gap in the line."""
    runs: list[list[tuple[float, float]]] = [[]]
    for place in places:
        if place is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return [run for run in runs if len(run) > 1]


def _step(drawn: Drawn, left: float, right: float) -> float:
    return (right - left) / max(len(drawn.values) - 1, 1)


def _y(value: float, peak: float, top: float, bottom: float) -> float:
    return bottom - value / peak * (bottom - top)


def _rounded_up(value: float) -> float:
    unit = 10 ** floor(log10(max(value, 1)))
    return float(next(step for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * unit >= ceil(value)) * unit)
