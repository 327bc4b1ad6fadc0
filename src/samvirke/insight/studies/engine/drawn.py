"""Draws the picture of a result as SVG, from the plain description that the analysis gives of it."""

from __future__ import annotations

from typing import Any

_FONT = "IBM Plex Sans, sans-serif"
_WIDTH, _HEIGHT = 640, 320
# The look's own green for how much, and its two poles for less and more than expected.
_AXIS = {"labelAngle": 0, "labelOverlap": True}
_COLOURS = {
    "ramp": ["#eef5f4", "#164a57"],
    "heatmap": ["#eef5f4", "#164a57"],
    "diverging": ["#b0651d", "#f4f4f2", "#164a57"],
}


def drawn(chart: dict[str, Any]) -> str:
    """The picture as SVG text; nothing is fetched while it is drawn."""
    # 90 MB that only a worker loads.
    import vl_convert

    sized = {"width": _WIDTH, "height": _HEIGHT, "config": {"font": _FONT, "range": _COLOURS, "axisX": _AXIS}, **chart}
    picture: str = vl_convert.vegalite_to_svg(sized, allowed_base_urls=[])
    return picture
