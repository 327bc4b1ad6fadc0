"""Turns the schematic drawing of Denmark (npm react-denmark-map, MIT) into shapes in EPSG:25832.

Run once at set-up: `python -m samvirke.registers.places.schematic node_modules` writes `built/denmark.json`.
The drawing is off by a median of 0.5 km and at most 3.1 km: good for coloured maps, never for the question
in which municipality a point lies.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from samvirke.registers.places.nation import municipality_names

BUILT = Path(__file__).resolve().parent / "built" / "denmark.json"
_DRAWN = re.compile(r'code:"(\d{3})",d:"([^"]+)"')
_STEP = re.compile(r"([MmcClLZz])|(-?\d*\.?\d+(?:e-?\d+)?)")
# East and north in metres from the drawing's x and y; fitted to the centroids of the official municipalities.
_MAINLAND = np.array([[28.3977, -0.0409, 443972.7], [0.5272, -28.7935, 6399428.7]])
_BORNHOLM = np.array([[27.5264, 0.0, 623092.1], [0.0, -26.7074, 6158737.0]])
_BORNHOLM_CODE = 400
_PER_CURVE = 4
_SIMPLIFY_METRES = 60


def built_shapes() -> dict[int, BaseGeometry]:
    """The shapes as they were built, by municipality code; empty when the set-up has not been run."""
    if not BUILT.is_file():
        return {}
    return {int(code): shapely.from_wkt(text) for code, text in json.loads(BUILT.read_text(encoding="utf-8")).items()}


def drawn_shapes(script: str) -> dict[int, BaseGeometry]:
    """The municipalities of the drawing as shapes in EPSG:25832."""
    names = municipality_names()
    drawn = {int(code): path for code, path in _DRAWN.findall(script)}
    return {
        code: _shape(path, _BORNHOLM if code == _BORNHOLM_CODE else _MAINLAND)
        for code, path in drawn.items()
        if code in names
    }


def _shape(path: str, affine: NDArray[np.float64]) -> BaseGeometry:
    rings = [_on_the_ground(ring, affine) for ring in _rings(path)]
    parts = [shapely.make_valid(shapely.Polygon(ring)) for ring in rings if len(ring) > 3]
    return shapely.unary_union(parts).simplify(_SIMPLIFY_METRES)


def _on_the_ground(ring: list[complex], affine: NDArray[np.float64]) -> NDArray[np.float64]:
    points = np.array([(point.real, point.imag, 1.0) for point in ring])
    return np.round(points @ affine.T)


def _rings(path: str) -> list[list[complex]]:
    """The closed lines of an SVG path of moves, lines and cubic curves, curves as short straight steps."""
    rings: list[list[complex]] = []
    here, letter, numbers = 0j, "", [float(number) if number else sign for sign, number in _STEP.findall(path)]
    position = 0
    while position < len(numbers):
        if isinstance(numbers[position], str):
            letter, position = str(numbers[position]), position + 1
            if letter in "Zz":
                here = rings[-1][0]
                continue
        taken = 6 if letter in "cC" else 2
        values = [float(value) for value in numbers[position : position + taken]]
        points = [complex(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]
        points = [point + here for point in points] if letter.islower() else points
        position += taken
        if letter in "Mm":
            rings.append([points[0]])
            letter = "l" if letter == "m" else "L"
        else:
            rings[-1].extend(_curve(here, points) if len(points) == 3 else points)
        here = points[-1]
    return rings


def _curve(start: complex, points: list[complex]) -> list[complex]:
    first, second, end = points
    steps = [step / _PER_CURVE for step in range(1, _PER_CURVE + 1)]
    return [
        (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * first + 3 * (1 - t) * t**2 * second + t**3 * end for t in steps
    ]


def build(node_modules: Path) -> int:
    """Write the shapes where the program finds them; how many municipalities."""
    script = (node_modules / "react-denmark-map" / "dist" / "esm" / "index.js").read_text(encoding="utf-8")
    shapes = drawn_shapes(script)
    BUILT.parent.mkdir(exist_ok=True)
    BUILT.write_text(json.dumps({code: shape.wkt for code, shape in shapes.items()}), encoding="utf-8")
    return len(shapes)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
