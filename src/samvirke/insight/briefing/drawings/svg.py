"""The few shapes that the drawings are made of, without style attributes, so that a strict policy lets them through."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

INK, MUTED, RULE, HAIRLINE = "#1a1a1a", "#595959", "#8e8e8e", "#dcdcdc"
ACCENT, ACCENT_LIGHT, GREY = "#17505e", "#cfe2e4", "#ededed"
OVERDUE, AT_RISK, DONE, UNCERTAIN = "#a3211b", "#8a5200", "#2c6b00", "#6b6b6b"
CLASSES = ("#dbeaec", "#a9ccd0", "#5e9aa3", "#1d5c69")
FONT = "IBM Plex Sans, sans-serif"


def picture(width: float, height: float, parts: Iterable[str], alt: str = "", name: str = "") -> str:
    """A whole drawing. With `alt` it is an image that says something, without it is decoration."""
    role = f'role="img" aria-label="{escape(alt)}"' if alt else 'aria-hidden="true" focusable="false"'
    kind = f' class="{name}"' if name else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}" height="{_n(height)}" '
        f'viewBox="0 0 {_n(width)} {_n(height)}"{kind} {role}>{"".join(parts)}</svg>'
    )


def line(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 1, dash: str = "") -> str:
    """A straight line."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" stroke="{stroke}" '
        f'stroke-width="{_n(width)}"{dashed}/>'
    )


def rect(
    x: float, y: float, width: float, height: float, fill: str, stroke: str = "", radius: float = 0, dash: str = ""
) -> str:
    """A box."""
    edge = f' stroke="{stroke}" stroke-width="1.3"' if stroke else ""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="{_n(radius)}" '
        f'fill="{fill}"{edge}{dashed}/>'
    )


def circle(x: float, y: float, radius: float, fill: str, stroke: str = "", width: float = 1.7, dash: str = "") -> str:
    """A dot or a ring."""
    edge = f' stroke="{stroke}" stroke-width="{_n(width)}"' if stroke else ""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}"{edge}{dashed}/>'


def path(data: str, fill: str = "none", stroke: str = "", width: float = 1.7, dash: str = "") -> str:
    """A shape from path data."""
    edge = f' stroke="{stroke}" stroke-width="{_n(width)}" stroke-linejoin="round"' if stroke else ""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{data}" fill="{fill}"{edge}{dashed}/>'


def polyline(points: list[tuple[float, float]], stroke: str, width: float = 1.6, dash: str = "") -> str:
    """A line through points."""
    return (
        path("M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points), stroke=stroke, width=width, dash=dash)
        if points
        else ""
    )


def text(
    x: float,
    y: float,
    words: str,
    size: float = 12,
    anchor: str = "start",
    fill: str = MUTED,
    weight: int = 400,
    halo: bool = False,
) -> str:
    """A short text; with `halo` it can be read on top of colour."""
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    bold += ' stroke="#ffffff" stroke-width="3" paint-order="stroke" stroke-linejoin="round"' if halo else ""
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-family="{FONT}" font-size="{_n(size)}" '
        f'text-anchor="{anchor}" fill="{fill}"{bold}>{escape(words)}</text>'
    )


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
