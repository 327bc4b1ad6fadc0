"""The shapes that a place can have: a point, a line, an area, or a whole municipality."""

from __future__ import annotations

POINT, LINE, POLYGON, MUNICIPALITY = SHAPES = ("point", "line", "polygon", "municipality")
